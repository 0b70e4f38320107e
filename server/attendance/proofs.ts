import { type Bookable, matchPresences, type Present } from '#domain/attendance/match-presences';
import type { Scoped } from '../database/database.ts';
import { type Rules, rulesOf } from '../settings/rules.ts';
import { type AttendanceRow, dayOf, rowKey } from './attendance-row.ts';
import type { PresenceRow } from './presence-rows.ts';
import { sourceKeys } from './presences.queries.ts';
import { aroundPresence, isInOneOf, windowsByClient } from './proof-windows.ts';

/** The presence that proves each booking, by `rowKey`. */
export type Proofs = ReadonlyMap<string, PresenceRow>;

/** Brings bookings and the presences around them together; `free` are those that name none of them. */
export async function proofsOf(
  scoped: Scoped,
  organizationId: string,
  bookings: readonly AttendanceRow[],
  presences: readonly PresenceRow[],
  free: readonly PresenceRow[],
): Promise<Proofs> {
  const rules = await rulesOf(scoped, organizationId);
  const inDoubt = recordsInDoubt(bookings, presences, free, rules);
  const keys = await sourceKeys(scoped, organizationId, inDoubt);
  const isFree = new Set(free.map(({ id }) => id));
  const matches = matchPresences(
    bookings.map((row) => ({ ...bookableOf(row, keys, rules), row })),
    presences.map((row) => ({ ...presentOf(row, keys, isFree), row })),
  );
  return new Map([...matches].map(([{ row }, presence]) => [rowKey(row), presence.row]));
}

/** Most presences name their one booking; only where there is a choice can it depend on a key. */
function recordsInDoubt(
  bookings: readonly AttendanceRow[],
  presences: readonly PresenceRow[],
  free: readonly PresenceRow[],
  rules: Rules,
): string[] {
  const named = new Map<string, number>();
  for (const id of presences.flatMap(({ appointment_ids }) => appointment_ids))
    named.set(id, (named.get(id) ?? 0) + 1);
  const again = presences.filter(({ appointment_ids }) =>
    appointment_ids.some((id) => (named.get(id) ?? 0) > 1),
  );
  const near = windowsByClient(free, (presence) => aroundPresence(presence, rules));
  return [
    ...again.map(({ id }) => id),
    ...free.map(({ id }) => id),
    ...bookings
      .filter(({ client_id, starts_at }) => isInOneOf(Date.parse(starts_at), near.get(client_id)))
      .map(({ record_id }) => record_id),
  ];
}

const bookableOf = (
  row: AttendanceRow,
  keys: ReadonlyMap<string, string>,
  rules: Rules,
): Bookable => ({
  clientId: row.client_id,
  recordId: row.record_id,
  startsAt: Date.parse(row.starts_at),
  withinMinutes: rules.on(dayOf(row)).encounterMatchMinutes,
  service: row.service_code ?? row.kind,
  facilitatorId: row.facilitator_id,
  siteId: row.site_id,
  sourceKey: keys.get(row.record_id) ?? '',
});

const presentOf = (
  row: PresenceRow,
  keys: ReadonlyMap<string, string>,
  isFree: ReadonlySet<string>,
): Present => ({
  id: row.id,
  clientId: row.client_id,
  appointmentIds: row.appointment_ids,
  isFree: isFree.has(row.id),
  startedAt: row.started_at,
  service: row.service_code ?? row.kind,
  practitionerId: row.practitioner_id,
  siteId: row.site_id,
  sourceKey: keys.get(row.id) ?? '',
});
