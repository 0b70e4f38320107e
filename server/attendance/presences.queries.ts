import { type RawBuilder, sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import { rulesOf } from '../settings/rules.ts';
import { rowKey } from './attendance-row.ts';
import { type PresenceRow, presenceRows } from './presence-rows.ts';
import {
  aroundBooking,
  aroundPresence,
  type Begun,
  isInOneOf,
  type Place,
  spanOf,
  type Window,
  windowsByClient,
} from './proof-windows.ts';

/** The presences that name one of these bookings, or are near one, of its client. */
export async function presencesAround(
  scoped: Scoped,
  organizationId: string,
  bookings: readonly Place[],
): Promise<PresenceRow[]> {
  if (bookings.length === 0) return [];
  const rules = await rulesOf(scoped, organizationId);
  const windows = windowsByClient(bookings, (booking) => aroundBooking(booking, rules));
  const rows = await presenceRows(
    scoped,
    sql`
      FROM ${spansOf(windows)}
      JOIN encounter e ON e.organization_id = ${organizationId} AND e.client_id = span.client_id
     WHERE e.started_at BETWEEN span.since AND span.until
        OR EXISTS (SELECT FROM unnest(e.appointment_ids) AS named(id)
                    WHERE named.id = ANY(${bookings.map(({ record_id }) => record_id)}::uuid[]))`,
  );
  const booked = new Set(bookings.map(rowKey));
  return rows.filter(
    (presence) =>
      namesOneOf(presence, booked) ||
      isInOneOf(presence.started_at, windows.get(presence.client_id)),
  );
}

/**
 * One span a client: which of its windows something is in is looked at afterwards, for a join of each
 * booking with each presence of its client is the square of what there is.
 */
function spansOf(windows: ReadonlyMap<string, readonly Window[]>): RawBuilder<unknown> {
  const spans = [...windows.values()].map(spanOf);
  const instants = (ends: readonly number[]) => ends.map((at) => new Date(at).toISOString());
  return sql`unnest(${[...windows.keys()]}::uuid[], ${instants(spans.map(({ from }) => from))}::timestamptz[],
                    ${instants(spans.map(({ until }) => until))}::timestamptz[])
               AS span(client_id, since, until)`;
}

const namesOneOf = (
  { client_id, appointment_ids }: PresenceRow,
  booked: ReadonlySet<string>,
): boolean => appointment_ids.some((record_id) => booked.has(rowKey({ client_id, record_id })));

/** The bookings that these presences may belong to, of their clients. */
export async function bookingsAround(
  scoped: Scoped,
  organizationId: string,
  presences: readonly Begun[],
): Promise<string[]> {
  if (presences.length === 0) return [];
  const rules = await rulesOf(scoped, organizationId);
  const windows = windowsByClient(presences, (presence) => aroundPresence(presence, rules));
  const { rows } = await sql<{ record_id: string; client_id: string; starts_at: string }>`
    SELECT a.record_id, a.client_id, a.starts_at
      FROM ${spansOf(windows)}
      JOIN attendance a ON a.organization_id = ${organizationId} AND a.client_id = span.client_id
       AND a.starts_at BETWEEN span.since AND span.until
     WHERE NOT a.walk_in`.execute(scoped);
  return rows
    .filter(({ client_id, starts_at }) => isInOneOf(Date.parse(starts_at), windows.get(client_id)))
    .map(({ record_id }) => record_id);
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

/** Presences of these clients that name one of these records. */
export async function encountersNaming(
  scoped: Scoped,
  organizationId: string,
  recordIds: readonly string[],
  clientIds: readonly string[],
): Promise<PresenceRow[]> {
  if (recordIds.length === 0 || clientIds.length === 0) return [];
  return presenceRows(
    scoped,
    sql`FROM encounter e WHERE e.organization_id = ${organizationId}
         AND e.client_id = ANY(${clientIds}::uuid[]) AND e.appointment_ids && ${recordIds}::uuid[]`,
  );
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
