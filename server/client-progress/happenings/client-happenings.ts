import { sql } from 'kysely';
import { addDays, localTime, startOfDay } from '#domain/calendar/calendar-day';
import type {
  AskedHappenings,
  ClientHappenings,
  Happening,
  HappeningKind,
} from '#domain/client-progress/happenings.contract';
import { lateBy, revisedBy } from '#domain/client-progress/late-by';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import { findStays } from '../shown-episode.ts';
import { zoneOfClient } from '../zone-of-client.ts';
import type { AskedOf, Happened } from './happened.ts';
import { findGoalsJudged } from './goals.queries.ts';
import { findMeasured } from './measures.queries.ts';
import { findSessionsHeld } from './sessions.queries.ts';
import { findWayMarks } from './way.queries.ts';
import { findWritten } from './written.queries.ts';

const AT_ONCE = 200;

/** What happened at one moment, and is not meant to change after; plans, goals and episodes are. */
const MOMENTS: ReadonlySet<HappeningKind> = new Set(['session', 'score', 'drug-test']);

/** Everything that happened with a client up to `asOf`, the newest first; `null` where they are out of reach. */
export async function clientHappenings(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  { kind, skip = 0 }: Pick<AskedHappenings, 'kind' | 'skip'>,
  asOf: Date,
): Promise<ClientHappenings | null> {
  // By the particulars: a roster shows names of clients whose record is out of reach.
  const { rows } = await sql<{ readSince: string | null }>`
    SELECT (SELECT min(started_at) FROM sync_run WHERE organization_id = ${organizationId}) AS "readSince"
      FROM client_particulars WHERE organization_id = ${organizationId} AND client_id = ${clientId}`.execute(
    scoped,
  );
  const [client] = rows;
  if (!client) return null;
  const [stay] = await findStays(scoped, organizationId, clientId, asOf);
  const timeZone = stay?.timeZone ?? (await zoneOfClient(scoped, organizationId, clientId));
  const today = localTime(asOf.getTime(), timeZone).day;
  const asked: AskedOf = { organizationId, clientId, asOf, today, timeZone };
  const all = [
    ...(await findSessionsHeld(scoped, asked)),
    ...(await findMeasured(scoped, asked)),
    ...(await findGoalsJudged(scoped, asked)),
    ...(await findWayMarks(scoped, asked)),
    ...(await findWritten(scoped, asked)),
  ].filter((one) => kind === undefined || one.kind === kind);
  const inOrder = all
    .map((one) => ({ one, endedAt: endOf(one, timeZone) }))
    .sort((a, b) => b.endedAt - a.endedAt || (a.one.id < b.one.id ? -1 : 1));
  const shown = inOrder.slice(skip, skip + AT_ONCE);
  const received = await findReceived(
    scoped,
    organizationId,
    shown.flatMap(({ one }) => one.recordIds),
    asOf,
  );
  const readSince = client.readSince === null ? null : Date.parse(client.readSince);
  return {
    asOf: asOf.toISOString(),
    clientId,
    timeZone,
    total: inOrder.length,
    happenings: shown.map(({ one: { knownAt, recordIds, ...one }, endedAt }): Happening => {
      const first = knownAt ?? received.get(one.recordId ?? '')?.first ?? null;
      const known = first === null ? null : Date.parse(first);
      const changes = recordIds.flatMap((id) => Date.parse(received.get(id)?.last ?? '') || []);
      const changed = MOMENTS.has(one.kind) && changes.length > 0 ? Math.max(...changes) : null;
      return {
        ...one,
        on: one.on ?? localTime(endedAt, timeZone).day,
        lateBy: lateBy(endedAt, known, readSince),
        revisedBy: revisedBy(endedAt, known, changed, readSince),
      };
    }),
    next: skip + AT_ONCE < inOrder.length ? skip + AT_ONCE : null,
  };
}

/** Its instant; of a day without one the last of the day, so that nothing counts as late on its own day. */
function endOf({ at, on }: Happened, timeZone: string): number {
  if (at !== null) return Date.parse(at);
  return on === null ? 0 : startOfDay(addDays(on, 1), timeZone) - 1;
}

/** When each of these records first came, and when it last changed. */
async function findReceived(
  scoped: Scoped,
  organizationId: string,
  recordIds: readonly string[],
  asOf: Date,
): Promise<Map<string, { first: string; last: string }>> {
  const { rows } = await sql<{ id: string; first: string; last: string }>`
    SELECT r.identity_id AS id, min(r.received_at) AS first, max(r.received_at) AS last FROM source_record r
     WHERE r.organization_id = ${organizationId} AND r.identity_id = ANY(${recordIds}::uuid[])
       AND (r.received_at <= ${asOf.toISOString()}::timestamptz OR r.received_seq = (
             SELECT min(f.received_seq) FROM source_record f
              WHERE f.organization_id = r.organization_id AND f.identity_id = r.identity_id))
     GROUP BY 1`.execute(scoped);
  return new Map(rows.map(({ id, ...times }) => [id, times]));
}
