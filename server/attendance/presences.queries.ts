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
  const rules = await rulesOf(scoped, organizationId);
  const places = bookings.map((row) => ({
    client_id: row.client_id,
    record_id: row.record_id,
    starts_at: row.starts_at,
    within: `${rules.on(dayOf(row)).encounterMatchMinutes} minutes`,
  }));
  const { rows } = await sql<PresenceRow>`
    SELECT DISTINCT ON (e.id) e.*
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        AS b(client_id uuid, record_id uuid, starts_at timestamptz, within interval)
      JOIN encounter e ON e.organization_id = ${organizationId} AND e.client_id = b.client_id
       AND (b.record_id = ANY(e.appointment_ids)
            OR e.started_at BETWEEN b.starts_at - b.within AND b.starts_at + b.within)
     ORDER BY e.id`.execute(scoped);
  return rows;
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
  const open = presences.filter(
    ({ client_id, appointment_ids }) =>
      !appointment_ids.some((id) => standing.has(rowKey({ client_id, record_id: id }))),
  );
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
