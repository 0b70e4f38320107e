import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { extendRosters, shortenRosters } from '../access/reach.ts';
import type { Scoped } from '../database/database.ts';
import { upsertRows } from '../database/rows.ts';
import { type Rules, rulesOf } from '../settings/rules.ts';
import {
  type AttendanceRow,
  attendancesOf,
  type Booking,
  rowKey,
  rowOf,
} from './attendance-row.ts';
import type { PresenceRow } from './presence-rows.ts';
import {
  bookingsAround,
  encountersNaming,
  freePresences,
  presencesAround,
  provedBy,
} from './presences.queries.ts';
import { proofsOf } from './proofs.ts';
import { applyChange } from './rollups.ts';
import { settle } from './settle.ts';
import type { Sites } from './sites.ts';
import { findUnbooked, walkIn } from './walk-ins.ts';

/** What changed that attendance depends on; encounters and episodes are already written. */
export interface AttendanceChange {
  bookings: readonly Booking[];
  /** Records that give no attendance any more. */
  unusableIds: readonly string[];
  /** Whom those speak of, as far as they tell. */
  unusableClientIds: readonly string[];
  /** Encounters that are no presence any more. */
  noPresenceIds: readonly string[];
  presences: readonly Present[];
  /** Appointments and encounters never heard of before: no attendance stands by them. */
  firstIds: ReadonlySet<string>;
  /** Clients whose episodes changed, and units whose program did. */
  episodeClientIds: readonly string[];
  unitIds: readonly string[];
}

/** A presence, as far as it may belong to a booking. */
type Present = Pick<PresenceRow, 'id' | 'client_id' | 'appointment_ids' | 'started_at'>;

/** Nothing but that these clients' sessions may belong to other episodes now. */
export const episodesAlone = (episodeClientIds: readonly string[]): AttendanceChange => ({
  bookings: [],
  unusableIds: [],
  unusableClientIds: [],
  noPresenceIds: [],
  presences: [],
  firstIds: new Set(),
  episodeClientIds,
  unitIds: [],
});

/** Brings attendance, rollups and rosters up to date; returns the clients concerned. */
export async function changeAttendance(
  scoped: Scoped,
  organizationId: string,
  change: AttendanceChange,
  sites: Sites,
): Promise<string[]> {
  const presences = await presencesConcerned(scoped, organizationId, change);
  const booked = await changeBooked(scoped, organizationId, change, presences, sites);
  const candidates = [...change.noPresenceIds, ...idsOf(presences), ...booked.encounterIds];
  const walkedIn = await changeWalkIns(
    scoped,
    organizationId,
    [...new Set(candidates)],
    change.firstIds,
    sites,
  );
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
  /** Encounters that may have become, or ceased to be, those of clients who walked in. */
  encounterIds: string[];
}

/** Those that came, and those that name a record that gives no attendance any more. */
async function presencesConcerned(
  scoped: Scoped,
  organizationId: string,
  { presences, unusableIds, unusableClientIds }: AttendanceChange,
): Promise<readonly Present[]> {
  const naming = await encountersNaming(scoped, organizationId, unusableIds, unusableClientIds);
  return [...presences, ...naming];
}

async function changeBooked(
  scoped: Scoped,
  organizationId: string,
  change: AttendanceChange,
  presencesChanged: readonly Present[],
  sites: Sites,
): Promise<ChangedBookings> {
  const isKnown = (id: string) => !change.firstIds.has(id);
  // What names only bookings that come now was waiting for them: it proved nothing, and nobody walked in by it.
  const hadWaited = ({ appointment_ids }: Present) =>
    appointment_ids.length > 0 && !appointment_ids.some(isKnown);
  const bookedIds = change.bookings.map(({ recordId }) => recordId);
  // What an appointment now says replaces all its clients; other records stay as they were booked.
  const replaced = new Set([...bookedIds, ...change.unusableIds]);
  const touched = new Set([
    ...replaced,
    ...change.presences.flatMap(({ appointment_ids }) => appointment_ids),
    ...(await provedBy(scoped, organizationId, [
      ...change.noPresenceIds,
      ...idsOf(presencesChanged).filter(isKnown),
    ])),
    ...(await bookingsAround(scoped, organizationId, presencesChanged)),
    ...(await recordsOf(scoped, organizationId, change)),
  ]);
  const rules = await rulesOf(scoped, organizationId);
  const mayHaveProved = (presence: Present) => isKnown(presence.id) && !hadWaited(presence);
  for (;;) {
    const stood = await attendancesOf(scoped, organizationId, [...touched].filter(isKnown));
    const before = stood.filter(({ walk_in }) => !walk_in);
    const wanted = wantedRows(organizationId, change, before, replaced, { sites, rules });
    const places = [...before, ...wanted];
    const presences = await presencesAround(scoped, organizationId, places);
    const free = await freePresences(scoped, organizationId, presences, wanted, replaced);
    // A free presence may prove a neighbour instead; one that is free no more may have proved one.
    const concerned = [
      ...(await bookingsAround(scoped, organizationId, free)),
      ...(await provedBy(scoped, organizationId, idsOf(presences.filter(mayHaveProved)))),
    ];
    const more = concerned.filter((id) => !touched.has(id));
    if (more.length > 0) {
      for (const id of more) touched.add(id);
      continue;
    }
    const proofs = await proofsOf(scoped, organizationId, wanted, presences, free);
    const after = await settle(scoped, organizationId, wanted, proofs);
    await write(scoped, organizationId, before, after);
    const walkIns = stood.filter(({ walk_in }) => walk_in);
    const proving = new Set(after.map(({ encounter_id }) => encounter_id));
    return {
      before,
      after,
      encounterIds: [
        ...idsOf(presences.filter((one) => !hadWaited(one) || !proving.has(one.id))),
        ...walkIns.map(({ record_id }) => record_id),
        // One whose appointment has moved away is left without a booking.
        ...before.flatMap(({ encounter_id }) => encounter_id ?? []),
      ],
    };
  }
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** The bookings as they are to stand, yet to be settled. */
function wantedRows(
  organizationId: string,
  { bookings }: AttendanceChange,
  before: readonly AttendanceRow[],
  replaced: ReadonlySet<string>,
  { sites, rules }: { sites: Sites; rules: Rules },
): AttendanceRow[] {
  // What is known of a booking stays known when its client's record is merged, or parted again.
  const known = new Map(
    before.map((row) => [`${row.booked_client_id ?? row.client_id} ${row.record_id}`, row]),
  );
  const wanted = [
    ...bookings.map((booking) =>
      rowOf(
        organizationId,
        booking,
        known.get(`${booking.bookedClientId} ${booking.recordId}`),
        sites,
        rules,
      ),
    ),
    ...before.filter(({ record_id }) => !replaced.has(record_id)),
  ];
  return [...new Map(wanted.map((row) => [rowKey(row), row])).values()];
}

async function changeWalkIns(
  scoped: Scoped,
  organizationId: string,
  candidates: readonly string[],
  firstIds: ReadonlySet<string>,
  sites: Sites,
): Promise<Changed> {
  const known = candidates.filter((id) => !firstIds.has(id));
  const stood = await attendancesOf(scoped, organizationId, known);
  const before = stood.filter(({ walk_in }) => walk_in);
  const unbooked = await findUnbooked(scoped, organizationId, candidates);
  const rows = unbooked.map((presence) => walkIn(organizationId, presence, sites));
  const proofs = new Map(
    unbooked.map((one) => [rowKey({ client_id: one.client_id, record_id: one.id }), one]),
  );
  const after = await settle(scoped, organizationId, rows, proofs);
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
    after.filter((row) => {
      const standing = stood.get(rowKey(row));
      return !standing || !isDeepStrictEqual({ ...standing }, { ...row });
    }),
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
