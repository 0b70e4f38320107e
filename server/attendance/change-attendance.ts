import { sql } from 'kysely';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import { extendRosters, shortenRosters } from '../access/reach.ts';
import type { Scoped } from '../database/database.ts';
import { deleteRows } from '../database/rows.ts';
import { applyChange, type Counted, countedOf } from './rollups.ts';
import { settle } from './settle.ts';
import type { Sites } from './sites.ts';
import { settleWalkIns } from './walk-ins.ts';
import { type Booking, writeBookings } from './write-bookings.ts';
import { encountersNear, recordsNear } from './write-encounters.ts';

/** What changed that attendance depends on; encounters and episodes are already written. */
export interface AttendanceChange {
  bookings: readonly Booking[];
  /** Records that give no attendance any more. */
  unusableIds: readonly string[];
  encounterIds: readonly string[];
  /** Appointments that those encounters name. */
  namedIds: readonly string[];
  /** Clients whose episodes changed, and units whose program did. */
  episodeClientIds: readonly string[];
  unitIds: readonly string[];
}

const { encounterMatchMinutes } = PROGRAM_DEFAULTS;

/** Brings attendance, rollups and rosters up to date; returns the clients concerned. */
export async function changeAttendance(
  scoped: Scoped,
  organizationId: string,
  change: AttendanceChange,
  sites: Sites,
): Promise<string[]> {
  const touched = new Set([
    ...change.bookings.map(({ recordId }) => recordId),
    ...change.unusableIds,
    ...change.namedIds,
    ...(await recordsNear(scoped, organizationId, change.encounterIds, encounterMatchMinutes)),
    ...(await recordsOf(scoped, organizationId, change)),
  ]);
  const before = await countedOf(scoped, organizationId, [...touched]);
  await deleteRows(scoped, 'attendance', 'record_id', change.unusableIds);
  await writeBookings(scoped, organizationId, change.bookings, sites);
  await settle(scoped, organizationId, [...touched]);

  const near = await encountersNear(scoped, organizationId, [...touched], encounterMatchMinutes);
  // One whose appointment is gone, or has moved away, is left without a booking.
  const matchedBefore = before.flatMap(({ encounter_id }) => encounter_id ?? []);
  const perhapsWalkIns = [...new Set([...change.encounterIds, ...near, ...matchedBefore])];
  const added = perhapsWalkIns.filter((id) => !touched.has(id));
  before.push(...(await countedOf(scoped, organizationId, added)));
  await settle(scoped, organizationId, await settleWalkIns(scoped, organizationId, perhapsWalkIns, sites));

  const records = [...touched, ...added];
  const after = await countedOf(scoped, organizationId, records);
  await applyChange(scoped, organizationId, before, after);
  await extendRosters(scoped, organizationId, records);
  await shortenRosters(scoped, organizationId, clientsWhoLostAFacilitator(before, after));
  return [...new Set([...before, ...after].map(({ client_id }) => client_id))];
}

async function recordsOf(
  scoped: Scoped,
  organizationId: string,
  { episodeClientIds, unitIds }: AttendanceChange,
): Promise<string[]> {
  if (episodeClientIds.length + unitIds.length === 0) return [];
  const { rows } = await sql<{ record_id: string }>`
    SELECT record_id FROM attendance
     WHERE organization_id = ${organizationId}
       AND (client_id = ANY(${episodeClientIds}::uuid[]) OR unit_id = ANY(${unitIds}::uuid[]))`.execute(scoped);
  return rows.map(({ record_id }) => record_id);
}

function clientsWhoLostAFacilitator(before: readonly Counted[], after: readonly Counted[]): string[] {
  const led = (row: Counted) => `${row.client_id} ${row.facilitator_id}`;
  const still = new Set(after.map(led));
  return [...new Set(before.filter((row) => !still.has(led(row))).map(({ client_id }) => client_id))];
}
