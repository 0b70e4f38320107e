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
  /** Misses that nobody reached out after, by the first of them; `null` where there is none. */
  open: { recordId: string; missedAt: string; dueAt: string } | null;
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
  seenAt: string | null;
  misses: [recordId: string, startsAt: number][] | null;
  contacts: [at: number, mode: ContactAttempt['mode'], result: ContactAttempt['result']][] | null;
}

const HOUR = 3_600_000;
/** No outreach is still owed for what was missed longer ago. */
const LONGEST_DAYS = 60;

/** The outreach to these clients at `asOf`, as far as the reader may see them. */
export async function findOutreachOf(
  scoped: Scoped,
  { organizationId }: Pick<Reader, 'organizationId'>,
  clientIds: readonly string[],
  asOf: Date,
): Promise<Map<string, OutreachOf>> {
  if (clientIds.length === 0) return new Map();
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const { rows } = await sql<Row>`
    SELECT c.id AS "clientId", seen.at AS "seenAt", missed.misses, logged.contacts
      FROM unnest(${clientIds}::uuid[]) AS c(id)
      LEFT JOIN LATERAL (
        SELECT a.starts_at AS at FROM attendance a
         WHERE a.organization_id = ${organizationId} AND a.client_id = c.id AND a.starts_at <= ${at}
           AND a.outcome IN ('attended', 'attended-late', 'left-early')
         ORDER BY a.starts_at DESC LIMIT 1) seen ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(a.record_id, date_part('epoch', a.starts_at) * 1000) ORDER BY a.starts_at, a.record_id) AS misses
          FROM attendance a
         WHERE a.organization_id = ${organizationId} AND a.client_id = c.id
           AND a.outcome IN ('no-show', 'client-cancelled') AND NOT a.waitlisted
           AND a.starts_at <= ${at} AND a.starts_at > ${at} - make_interval(days => ${LONGEST_DAYS})
           AND (seen.at IS NULL OR a.starts_at > seen.at)) missed ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(date_part('epoch', l.at) * 1000, l.mode, l.result)) AS contacts
          FROM ${standingContacts('l')} WHERE l.client_id = c.id AND l.at <= ${at}) logged ON true`.execute(
    scoped,
  );
  const rules = (await rulesOf(scoped, organizationId)).at(asOf);
  return new Map(rows.map((row) => [row.clientId, outreachIn(row, rules)]));
}

function outreachIn(
  { clientId, seenAt, misses, contacts }: Row,
  rules: ProgramDefaults,
): OutreachOf {
  const logged = (contacts ?? []).map(([at, mode, result]) => ({ at, mode, result }));
  const twoWayAt = lastTwoWay(seenAt ? Date.parse(seenAt) : null, logged);
  const attempts = attemptsSince(twoWayAt, logged);
  const lastContactAt = Math.max(-Infinity, ...logged.map(({ at }) => at));
  const open = (misses ?? []).find(([, startsAt]) => startsAt > lastContactAt);
  const last = attempts.at(-1);
  return {
    clientId,
    lastTwoWayAt: twoWayAt === null ? null : iso(twoWayAt),
    open: open
      ? {
          recordId: open[0],
          missedAt: iso(open[1]),
          dueAt: iso(open[1] + rules.outreachHours * HOUR),
        }
      : null,
    attempts: attempts.length,
    lastAttempt: last ? { ...last, at: iso(last.at) } : null,
    notReached: isNotReached(attempts, rules),
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();
