import { sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import type { Flag, Urgency } from '#domain/caseload/caseload.contract';
import { isSamePayer } from '#domain/payer/payer-key';
import { SETTINGS } from '#domain/settings/settings';
import type { SettingPreview, SupposedValue } from '#domain/settings/settings.contract';
import type { SettingValue } from '#domain/settings/setting-value';
import { findCaseloadLines } from '../caseload/caseload-lines.ts';
import { deriveSessionsFrom } from '../data-sources/derive-sessions.ts';
import type { Database, Scoped } from '../database/database.ts';
import { countShown, partShown } from '../exports/small-counts.ts';
import { findValues, rulesOver, supposeRules } from './rules.ts';

/** As far back as a caseload shows sessions. */
const DAYS_SHOWN = 28;

/**
 * What a value would flag, on today's records: it is tried out by the very rules of the caseload, in a
 * transaction that is then undone. Counts alone leave it, and none of few.
 */
export async function previewOf(
  database: Database,
  organizationId: string,
  supposed: SupposedValue,
  { today, asOf }: { today: Day; asOf: Date },
): Promise<SettingPreview> {
  const { isDerivedBy } = SETTINGS[supposed.setting];
  const from = isDerivedBy ? addDays(today, 1 - DAYS_SHOWN) : today;
  const since = supposed.effectiveOn < from ? supposed.effectiveOn : from;
  return undone(database, organizationId, async (scoped) => {
    const look = (): Promise<Standing> =>
      standing(scoped, organizationId, { programId: supposed.programId, since, today, asOf });
    const before = await look();
    await suppose(scoped, organizationId, supposed, { since, today });
    if (isDerivedBy) await deriveSessionsFrom(scoped, organizationId, since);
    return compared(before, await look(), since, isDerivedBy);
  });
}

/** Does something, and undoes it. */
async function undone<T>(
  database: Database,
  organizationId: string,
  work: (scoped: Scoped) => Promise<T>,
): Promise<T> {
  const answers: T[] = [];
  const undo = new Error('Tried out, and undone.');
  await database
    .sync(organizationId, async (scoped) => {
      answers.push(await work(scoped));
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  const [answer] = answers;
  if (answer === undefined) throw new Error('Nothing was tried out.');
  return answer;
}

/** One that is to hold from a later day is tried out as if it held already, whatever was set between. */
async function suppose(
  scoped: Scoped,
  organizationId: string,
  { setting, programId, payer, effectiveOn, value }: SupposedValue,
  { since, today }: { since: Day; today: Day },
): Promise<void> {
  const { values, zones } = await findValues(scoped, organizationId);
  const isAhead = effectiveOn > today;
  const kept = values.filter(
    (other) =>
      !isAhead ||
      other.setting !== setting ||
      other.programId !== programId ||
      !isSamePayer(other.payer, payer) ||
      other.effectiveOn < since,
  );
  const added: SettingValue = {
    id: '',
    order: Infinity,
    setting,
    programId,
    payer,
    effectiveOn: isAhead ? since : effectiveOn,
    value,
    withdrawn: false,
  };
  supposeRules(scoped, rulesOver([...kept, added], zones));
}

/** Active clients with why they are listed, and what became of the sessions. */
interface Standing {
  flags: Map<string, Set<Flag['rule']>>;
  groups: Map<string, Urgency>;
  sessions: Map<string, string | null>;
}

async function standing(
  scoped: Scoped,
  organizationId: string,
  about: { programId: string | null; since: Day; today: Day; asOf: Date },
): Promise<Standing> {
  const { programId, since, today, asOf } = about;
  const entries = await findCaseloadLines(
    scoped,
    { organizationId },
    { program: programId ?? undefined },
    asOf,
  );
  const lines = entries.map(({ line }) => line);
  const { rows: sessions } = await sql<{ key: string; outcome: string | null }>`
    SELECT client_id || ' ' || record_id AS key, outcome FROM attendance
     WHERE organization_id = ${organizationId} AND NOT walk_in
       AND week >= ${since}::date - 6 AND week + weekday - 1 BETWEEN ${since}::date AND ${today}::date`.execute(
    scoped,
  );
  return {
    flags: new Map(
      lines.map(({ clientId, flags }) => [clientId, new Set(flags.map(({ rule }) => rule))]),
    ),
    groups: new Map(lines.map(({ clientId, urgency }) => [clientId, urgency])),
    sessions: new Map(sessions.map(({ key, outcome }) => [key, outcome])),
  };
}

function compared(
  before: Standing,
  after: Standing,
  since: Day,
  isDerivedBy: boolean,
): SettingPreview {
  const active = before.flags.size;
  const clients = [...new Set([...before.flags.keys(), ...after.flags.keys()])];
  /** Clients of whom it is true that were not, and the other way round; `null` where nobody is. */
  const moved = (is: (standing: Standing, client: string) => boolean) => {
    const gets = clients.filter((client) => !is(before, client) && is(after, client)).length;
    const loses = clients.filter((client) => is(before, client) && !is(after, client)).length;
    if (gets + loses === 0) return null;
    return { gets: partShown(gets, active, true), loses: partShown(loses, active, true) };
  };
  const rules = new Set(
    [...before.flags.values(), ...after.flags.values()].flatMap((all) => [...all]),
  );
  return {
    since,
    active: countShown(active, true),
    flags: [...rules].flatMap((rule) => {
      const counts = moved(({ flags }, client) => flags.get(client)?.has(rule) ?? false);
      return counts ? [{ rule, ...counts }] : [];
    }),
    groups: URGENCIES.flatMap((urgency) => {
      const counts = moved(({ groups }, client) => groups.get(client) === urgency);
      return counts ? [{ urgency, ...counts }] : [];
    }),
    sessions: isDerivedBy ? sessionsOtherwise(before, after) : null,
  };
}

const URGENCIES: readonly Urgency[] = ['act-today', 'this-week', 'away', 'on-course'];

function sessionsOtherwise(before: Standing, after: Standing): SettingPreview['sessions'] {
  const changed = [...after.sessions].filter(
    ([key, outcome]) => before.sessions.get(key) !== outcome,
  ).length;
  const of = after.sessions.size;
  return { changed: partShown(changed, of, true), of: countShown(of, true) };
}
