import { sql } from 'kysely';
import { addDays } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import { type Rules, rulesOf } from '../settings/rules.ts';
import { type AttendanceRow, dayOf, rowKey } from './attendance-row.ts';

/** A row of `encounter`. */
export interface PresenceRow {
  id: string;
  client_id: string;
  appointment_ids: string[];
  service_code: string | null;
  kind: string | null;
  practitioner_id: string | null;
  site_id: string | null;
  started_at: string;
  ended_at: string | null;
  minutes: number | null;
  first_received_at: string;
}

type Begun = Pick<PresenceRow, 'client_id' | 'started_at'>;
type Place = Pick<AttendanceRow, 'client_id' | 'record_id' | 'starts_at' | 'week' | 'weekday'>;

/** The presences that name one of these bookings, or are near one, of its client. */
export async function presencesAround(
  scoped: Scoped,
  organizationId: string,
  bookings: readonly Place[],
): Promise<PresenceRow[]> {
  if (bookings.length === 0) return [];
  const windows = Map.groupBy(
    windowsOf(bookings, await rulesOf(scoped, organizationId)),
    ({ clientId }) => clientId,
  );
  const spans = [...windows].map(([id, own]) => ({ id, ...spanOf(own) }));
  // A span a client, and which booking it is of after that: to join each booking with each presence
  // of its client is the square of what there is.
  const { rows } = await sql<PresenceRow>`
    SELECT e.*
      FROM unnest(${spans.map(({ id }) => id)}::uuid[], ${spans.map(({ from }) => instant(from))}::timestamptz[],
                  ${spans.map(({ until }) => instant(until))}::timestamptz[]) AS c(id, since, until)
      JOIN encounter e ON e.organization_id = ${organizationId} AND e.client_id = c.id
     WHERE e.started_at BETWEEN c.since AND c.until
        OR EXISTS (SELECT FROM unnest(e.appointment_ids) AS named(id)
                    WHERE named.id = ANY(${bookings.map(({ record_id }) => record_id)}::uuid[]))`.execute(
    scoped,
  );
  const booked = new Set(bookings.map(rowKey));
  return rows.filter(
    (presence) =>
      namesOneOf(presence, booked) || isInOneOf(presence, windows.get(presence.client_id) ?? []),
  );
}

/** When a presence of its client begins that is near a booking. Instants in milliseconds. */
interface Window {
  clientId: string;
  recordId: string;
  from: number;
  until: number;
}

export const windowsOf = (bookings: readonly Place[], rules: Rules): Window[] =>
  bookings.map((row) => {
    const startsAt = Date.parse(row.starts_at);
    const within = rules.on(dayOf(row)).encounterMatchMinutes * 60_000;
    return {
      clientId: row.client_id,
      recordId: row.record_id,
      from: startsAt - within,
      until: startsAt + within,
    };
  });

const spanOf = (windows: readonly Window[]) => ({
  from: windows.reduce((first, { from }) => Math.min(first, from), Infinity),
  until: windows.reduce((last, { until }) => Math.max(last, until), -Infinity),
});

const instant = (at: number) => new Date(at).toISOString();

const namesOneOf = (
  { client_id, appointment_ids }: PresenceRow,
  booked: ReadonlySet<string>,
): boolean => appointment_ids.some((record_id) => booked.has(rowKey({ client_id, record_id })));

/** Whether a presence begins in one of these windows of its client. */
export function isInOneOf(
  { started_at }: Pick<PresenceRow, 'started_at'>,
  windows: readonly Window[],
): boolean {
  const startedAt = Date.parse(started_at);
  return windows.some(({ from, until }) => from <= startedAt && startedAt <= until);
}

/** How far from an instant a booking may begin that it still proves: by the rules of any day near. */
const farthestFrom = (instant: string, rules: Rules): string => {
  const day = instant.slice(0, 10);
  const minutes = [-1, 0, 1].map((apart) => rules.on(addDays(day, apart)).encounterMatchMinutes);
  return `${Math.max(...minutes)} minutes`;
};

/** The bookings that these presences may belong to, of their clients. */
export async function bookingsAround(
  scoped: Scoped,
  organizationId: string,
  presences: readonly Begun[],
): Promise<string[]> {
  if (presences.length === 0) return [];
  const rules = await rulesOf(scoped, organizationId);
  const places = presences.map(({ client_id, started_at }) => ({
    client_id,
    started_at,
    within: farthestFrom(started_at, rules),
  }));
  const { rows } = await sql<{ record_id: string }>`
    SELECT DISTINCT a.record_id
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS e(client_id uuid, started_at timestamptz, within interval)
      JOIN attendance a ON a.organization_id = ${organizationId} AND a.client_id = e.client_id
       AND a.starts_at BETWEEN e.started_at - e.within AND e.started_at + e.within
     WHERE NOT a.walk_in`.execute(scoped);
  return rows.map(({ record_id }) => record_id);
}

/** The attendances that these encounters have proved so far. */
export async function provedBy(
  scoped: Scoped,
  organizationId: string,
  encounterIds: readonly string[],
): Promise<string[]> {
  if (encounterIds.length === 0) return [];
  const { rows } = await sql<{ record_id: string }>`
    SELECT DISTINCT record_id FROM attendance
     WHERE organization_id = ${organizationId} AND encounter_id = ANY(${encounterIds}::uuid[])`.execute(
    scoped,
  );
  return rows.map(({ record_id }) => record_id);
}

/** Whose these encounters are and when they began, as far as they are presences. */
export async function presencesOf(
  scoped: Scoped,
  organizationId: string,
  encounterIds: readonly string[],
): Promise<Begun[]> {
  if (encounterIds.length === 0) return [];
  const { rows } = await sql<Begun>`
    SELECT client_id, started_at FROM encounter
     WHERE organization_id = ${organizationId} AND id = ANY(${encounterIds}::uuid[])`.execute(
    scoped,
  );
  return rows;
}

/** Encounters of these clients that name one of these records. */
export async function encountersNaming(
  scoped: Scoped,
  organizationId: string,
  recordIds: readonly string[],
  clientIds: readonly string[],
): Promise<string[]> {
  if (recordIds.length === 0 || clientIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM encounter WHERE organization_id = ${organizationId}
       AND client_id = ANY(${clientIds}::uuid[]) AND appointment_ids && ${recordIds}::uuid[]`.execute(
    scoped,
  );
  return rows.map(({ id }) => id);
}

/**
 * Those that name no appointment, or none that stands for their client: each is known, and gone, or
 * another's. One that has not been received yet is waited for. `bookings` are about to be written, in
 * place of all that `replaced` names.
 */
export async function freePresences(
  scoped: Scoped,
  organizationId: string,
  presences: readonly PresenceRow[],
  bookings: readonly Place[],
  replaced: ReadonlySet<string>,
): Promise<PresenceRow[]> {
  const standing = new Set(bookings.map(rowKey));
  const open = presences.filter((presence) => !namesOneOf(presence, standing));
  const asked = open.flatMap(({ id, client_id, appointment_ids }) =>
    appointment_ids.map((record_id) => ({ id, client_id, record_id })),
  );
  const bound = await boundAmong(scoped, organizationId, asked, replaced);
  return open.filter(({ id }) => !bound.has(id));
}

async function boundAmong(
  scoped: Scoped,
  organizationId: string,
  asked: readonly { id: string; client_id: string; record_id: string }[],
  replaced: ReadonlySet<string>,
): Promise<Set<string>> {
  const others = asked.filter(({ record_id }) => !replaced.has(record_id));
  if (others.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT n.id
      FROM jsonb_to_recordset(${JSON.stringify(others)}::jsonb) AS n(id uuid, client_id uuid, record_id uuid)
     WHERE ${stands(organizationId)} OR NOT ${isKnown(organizationId)}`.execute(scoped);
  return new Set(rows.map(({ id }) => id));
}

/** Of `n`, a client and a record that an encounter names: whether that booking stands. */
export const stands = (organizationId: string) => sql`
  EXISTS (SELECT FROM attendance a WHERE a.organization_id = ${organizationId}
             AND a.client_id = n.client_id AND a.record_id = n.record_id AND NOT a.walk_in)`;

/** Of `n`: whether the record was received and cannot be used, or is other clients' booking. */
export const isKnown = (organizationId: string) => sql`
  (EXISTS (SELECT FROM held_back h WHERE h.organization_id = ${organizationId} AND h.identity_id = n.record_id)
   OR EXISTS (SELECT FROM attendance a WHERE a.organization_id = ${organizationId} AND a.record_id = n.record_id))`;

/** The source's own keys of these records. */
export async function sourceKeys(
  scoped: Scoped,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ identity_id: string; key: string }>`
    SELECT DISTINCT ON (identity_id) identity_id, coalesce(body::json->>'id', '') AS key
      FROM source_record WHERE organization_id = ${organizationId} AND identity_id = ANY(${ids}::uuid[])
     ORDER BY identity_id`.execute(scoped);
  return new Map(rows.map(({ identity_id, key }) => [identity_id, key]));
}
