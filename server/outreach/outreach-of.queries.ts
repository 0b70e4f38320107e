import { sql } from 'kysely';
import {
  attemptsSince,
  type ContactAttempt,
  isNotReached,
  lastTwoWay,
} from '#domain/outreach/contact-attempt';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { standingContacts } from './standing-contacts.ts';

/** What a list says of the outreach to a client. */
export interface OutreachOf {
  clientId: string;
  /** The latest session attended or talk; `null` for never. */
  lastTwoWayAt: string | null;
  /** Attempts since the last two-way contact. */
  attempts: number;
  lastAttempt: {
    at: string;
    mode: ContactAttempt['mode'];
    result: ContactAttempt['result'];
  } | null;
  /** So many attempts by several modes, and no answer (program default). */
  notReached: boolean;
}

interface Row {
  clientId: string;
  contacts: [at: number, mode: ContactAttempt['mode'], result: ContactAttempt['result']][];
}

/** Who is asked for, with the session they attended last by then. */
export interface Asked {
  clientId: string;
  lastSeenAt: string | null;
}

/** The outreach to these clients at `asOf`, as far as the reader may see them. */
export async function findOutreachOf(
  scoped: Scoped,
  { organizationId }: Pick<Reader, 'organizationId'>,
  asked: readonly Asked[],
  asOf: Date,
): Promise<Map<string, OutreachOf>> {
  if (asked.length === 0) return new Map();
  const { rows } = await sql<Row>`
    SELECT l.client_id AS "clientId",
           json_agg(json_build_array(date_part('epoch', l.at) * 1000, l.mode, l.result)) AS contacts
      FROM ${standingContacts('l')}
     WHERE l.client_id = ANY(${asked.map(({ clientId }) => clientId)}::uuid[])
       AND l.at <= ${asOf.toISOString()}::timestamptz
     GROUP BY l.client_id`.execute(scoped);
  const rules = (await rulesOf(scoped, organizationId)).at(asOf);
  const contactsOf = new Map(rows.map(({ clientId, contacts }) => [clientId, contacts]));
  return new Map(
    asked.map((one) => [one.clientId, outreachIn(one, contactsOf.get(one.clientId) ?? [], rules)]),
  );
}

function outreachIn(
  { clientId, lastSeenAt }: Asked,
  contacts: Row['contacts'],
  rules: ProgramDefaults,
): OutreachOf {
  const logged = contacts.map(([at, mode, result]) => ({ at, mode, result }));
  const twoWayAt = lastTwoWay(lastSeenAt ? Date.parse(lastSeenAt) : null, logged);
  const attempts = attemptsSince(twoWayAt, logged);
  const last = attempts.at(-1);
  return {
    clientId,
    lastTwoWayAt: twoWayAt === null ? null : iso(twoWayAt),
    attempts: attempts.length,
    lastAttempt: last ? { ...last, at: iso(last.at) } : null,
    notReached: isNotReached(attempts, rules),
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();
