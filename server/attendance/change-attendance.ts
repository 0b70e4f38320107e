import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import { extendRosters, shortenRosters } from '../access/reach.ts';
import type { Scoped } from '../database/database.ts';
import { upsertRows } from '../database/rows.ts';
import {
  type AttendanceRow,
  attendancesOf,
  type Booking,
  rowKey,
  rowOf,
} from './attendance-row.ts';
import { applyChange } from './rollups.ts';
import { settle } from './settle.ts';
import type { Sites } from './sites.ts';
import { findWalkIns } from './walk-ins.ts';
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
  const booked = await changeBooked(scoped, organizationId, change, sites);
  const walkedIn = await changeWalkIns(scoped, organizationId, change, booked, sites);
  const before = [...booked.before, ...walkedIn.before];
  const after = [...booked.after, ...walkedIn.after];
  await applyChange(scoped, organizationId, before, after);
  await extendRosters(scoped, organizationId, after);
  await shortenRosters(scoped, organizationId, clientsWhoLostAFacilitator(before, after));
  return [...new Set([...before, ...after].map(({ client_id }) => client_id))];
}

/** Rows as they stood and as they stand now. */
interface Changed {
  before: AttendanceRow[];
  after: AttendanceRow[];
}

interface ChangedBookings extends Changed {
  /** Encounters without a booking until now, to be looked at again: one of these may be theirs. */
  walkInIds: string[];
}

async function changeBooked(
  scoped: Scoped,
  organizationId: string,
  change: AttendanceChange,
  sites: Sites,
): Promise<ChangedBookings> {
  const bookedIds = change.bookings.map(({ recordId }) => recordId);
  const touched = new Set([
    ...bookedIds,
    ...change.unusableIds,
    ...change.namedIds,
    ...(await recordsNear(scoped, organizationId, change.encounterIds, encounterMatchMinutes)),
    ...(await recordsOf(scoped, organizationId, change)),
  ]);
  const stood = await attendancesOf(scoped, organizationId, [...touched]);
  const before = stood.filter(({ walk_in }) => !walk_in);
  // What is known of a booking stays known when its client's record is merged, or parted again.
  const known = new Map(
    before.map((row) => [`${row.booked_client_id ?? row.client_id} ${row.record_id}`, row]),
  );
  // What an appointment now says replaces all its clients; other records stay as they were booked.
  const replaced = new Set([...bookedIds, ...change.unusableIds]);
  const wanted = [
    ...change.bookings.map((booking) =>
      rowOf(
        organizationId,
        booking,
        known.get(`${booking.bookedClientId} ${booking.recordId}`),
        sites,
      ),
    ),
    ...before.filter(({ record_id }) => !replaced.has(record_id)),
  ];
  const after = await settle(scoped, organizationId, distinct(wanted));
  await write(scoped, organizationId, before, after);
  const walkIns = stood.filter(({ walk_in }) => walk_in);
  return { before, after, walkInIds: walkIns.map(({ record_id }) => record_id) };
}

async function changeWalkIns(
  scoped: Scoped,
  organizationId: string,
  change: AttendanceChange,
  booked: ChangedBookings,
  sites: Sites,
): Promise<Changed> {
  const records = [...booked.before, ...booked.after].map(({ record_id }) => record_id);
  const candidates = new Set([
    ...change.encounterIds,
    ...booked.walkInIds,
    ...(await encountersNear(scoped, organizationId, [...new Set(records)], encounterMatchMinutes)),
    // One whose appointment is gone, or has moved away, is left without a booking.
    ...booked.before.flatMap(({ encounter_id }) => encounter_id ?? []),
  ]);
  const before = await attendancesOf(scoped, organizationId, [...candidates]);
  const walkIns = await findWalkIns(scoped, organizationId, [...candidates], sites);
  const after = await settle(scoped, organizationId, walkIns);
  await write(scoped, organizationId, before, after);
  return { before, after };
}

/** Writes rows that differ, and takes away those that are no more. */
async function write(
  scoped: Scoped,
  organizationId: string,
  before: readonly AttendanceRow[],
  after: readonly AttendanceRow[],
): Promise<void> {
  const stood = new Map(before.map((row) => [rowKey(row), row]));
  const stay = new Set(after.map(rowKey));
  for (const { client_id, record_id } of before.filter((row) => !stay.has(rowKey(row)))) {
    await sql`DELETE FROM attendance WHERE organization_id = ${organizationId}
                 AND client_id = ${client_id} AND record_id = ${record_id}`.execute(scoped);
  }
  await upsertRows(
    scoped,
    'attendance',
    ['organization_id', 'client_id', 'record_id'],
    after.filter((row) => !isDeepStrictEqual({ ...stood.get(rowKey(row)) }, { ...row })),
  );
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
       AND (client_id = ANY(${episodeClientIds}::uuid[]) OR unit_id = ANY(${unitIds}::uuid[]))`.execute(
    scoped,
  );
  return rows.map(({ record_id }) => record_id);
}

const distinct = (rows: readonly AttendanceRow[]) => [
  ...new Map(rows.map((row) => [rowKey(row), row])).values(),
];

function clientsWhoLostAFacilitator(
  before: readonly AttendanceRow[],
  after: readonly AttendanceRow[],
): string[] {
  const led = (row: AttendanceRow) => `${row.client_id} ${row.facilitator_id}`;
  const still = new Set(after.map(led));
  return [
    ...new Set(before.filter((row) => !still.has(led(row))).map(({ client_id }) => client_id)),
  ];
}
