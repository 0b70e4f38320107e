import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import { statusAt } from '#domain/attendance/status-at';
import { addDays, localTime } from '#domain/calendar/calendar-day';
import { SESSION_MEASURES } from '#domain/measures/catalogue';
import type { OutcomeCell, SessionMeasure } from '#domain/measures/measure';
import { sumsOf } from '#domain/statistics/clustered-rate';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import { type AttendanceRow, UNSETTLED } from '../attendance/attendance-row.ts';
import { applyChange } from '../attendance/rollups.ts';
import { ensureSource } from '../data-sources/sources.queries.ts';
import type { Database } from '../database/database.ts';
import { upsertRows } from '../database/rows.ts';
import type { Reader } from '../database/reader.ts';
import { openTestDatabase } from '../testing/test-database.fixture.ts';
import { clusterSums } from './cluster-sums.queries.ts';
import { countSessions } from './count-sessions.queries.ts';
import { byPeriod, type SessionScope, splitBy } from './session-scope.ts';

const ZONE = 'America/New_York';
const idOf = (kind: number, number: number) =>
  `0000000${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [SITE, OTHER_SITE, UNIT, OTHER_UNIT, PROGRAM, RUTH, SAM, VERA] = [1, 2, 3, 4, 5, 6, 7, 8].map(
  (number) => idOf(1, number),
) as [string, string, string, string, string, string, string, string];

/** Clients 0–4 are Ruth's, the others Sam's; Vera supervises Ruth. Nobody has an episode of the last. */
const CLIENTS = 8;
const counselorOf = (client: number) => (client < 5 ? RUTH : SAM);
const unitOf = (client: number) => (client % 3 === 0 ? OTHER_UNIT : UNIT);
const levelOf = (client: number) => (client % 2 === 0 ? '2.1' : null);
const trackOf = (client: number) => (unitOf(client) === UNIT ? 'day' : null);

let database: Database;
let organizationId: string;
before(async () => {
  database = await openTestDatabase();
  const from = { name: 'Test', baseUrl: 'http://localhost/fhir', simulated: true };
  ({ organizationId } = await ensureSource(database, from));
  const own = { organization_id: organizationId };
  await database.sync(organizationId, async (scoped) => {
    const key = ['organization_id', 'id'];
    await upsertRows(scoped, 'site', key, [
      { ...own, id: SITE, name: 'Harbor Street', time_zone: ZONE },
      { ...own, id: OTHER_SITE, name: 'West Side', time_zone: ZONE },
    ]);
    await upsertRows(scoped, 'program', key, [
      { ...own, id: PROGRAM, unit_id: UNIT, site_id: SITE, name: 'Day', track: 'day' },
    ]);
    const clients = Array.from({ length: CLIENTS - 1 }, (_, client) => client);
    await upsertRows(
      scoped,
      'episode',
      key,
      clients.map((client) => ({
        ...own,
        id: idOf(3, client),
        client_id: idOf(2, client),
        status: 'active',
        admitted_on: '2026-01-05',
        ended_on: null,
        level_code: levelOf(client),
        unit_id: unitOf(client),
        counselor_id: counselorOf(client),
      })),
    );
    await upsertRows(
      scoped,
      'client_reach',
      ['organization_id', 'staff_id', 'client_id', 'via'],
      [
        ...clients.map((client) => reach(counselorOf(client), client, 'counselor')),
        ...clients
          .filter((client) => client < 5)
          .map((client) => reach(VERA, client, 'supervisor')),
        // Ruth leads a group to which a client of Sam's comes.
        reach(RUTH, 5, 'roster'),
      ],
    );
  });

  function reach(staff_id: string, client: number, via: string) {
    return { ...own, staff_id, client_id: idOf(2, client), via };
  }
});

/** So few weeks that each has sessions on most days. */
const FIRST = '2026-09-07';
const DAYS = 70;

interface Attended {
  client: number;
  startsAt: number;
  hours: number;
  outcome: Outcome | null;
  walkIn: boolean;
  waitlisted: boolean;
  site: string | null;
  kind: string;
  recorded: number | null;
}

const attended = fc.record<Attended>({
  client: fc.integer({ min: 0, max: CLIENTS - 1 }),
  startsAt: fc
    .integer({ min: 0, max: DAYS * 24 })
    .map((hour) => Date.parse(`${FIRST}T06:00:00Z`) + hour * 3_600_000),
  hours: fc.constantFrom(1, 3, 23, 30, 60),
  outcome: fc.constantFrom<Outcome | null>(
    ...([
      null,
      null,
      null,
      null,
      null,
      'attended',
      'attended',
      'attended-late',
      'left-early',
      'excused',
    ] as const),
    ...([
      'client-cancelled',
      'no-show',
      'program-cancelled',
      'on-hold',
      'cancelled-unknown',
    ] as const),
  ),
  walkIn: fc.constantFrom(false, false, false, true),
  waitlisted: fc.constantFrom(false, false, false, false, true),
  site: fc.constantFrom(SITE, SITE, OTHER_SITE, null),
  kind: fc.constantFrom('group', 'individual'),
  recorded: fc.constantFrom(null, 45, 170),
});

function rowOf(one: Attended, index: number): AttendanceRow {
  const { client, startsAt, hours, outcome, walkIn, waitlisted, site, kind, recorded } = one;
  const { monday, weekday, hour } = localTime(startsAt, ZONE);
  const isHere = walkIn || outcome?.startsWith('attended') === true || outcome === 'left-early';
  const inEpisode = client < CLIENTS - 1;
  return {
    ...UNSETTLED,
    organization_id: organizationId,
    client_id: idOf(2, client),
    booked_client_id: null,
    record_id: idOf(4, index),
    session_id: idOf(4, index),
    walk_in: walkIn,
    waitlisted,
    kind,
    service_id: null,
    service_code: null,
    service_name: null,
    // Ruth sees their sessions on her rosters, and counts none of Sam's clients.
    facilitator_id: RUTH,
    site_id: site,
    starts_at: new Date(startsAt).toISOString(),
    ends_at: new Date(startsAt + hours * 3_600_000).toISOString(),
    scheduled_minutes: walkIn ? 0 : hours * 60,
    week: monday,
    weekday,
    hour,
    booked_outcome: null,
    cancelled_at: null,
    booking_recorded_at: null,
    outcome: walkIn ? 'attended' : outcome,
    recorded_minutes: isHere ? recorded : null,
    episode_id: inEpisode ? idOf(3, client) : null,
    level_code: inEpisode ? levelOf(client) : null,
    unit_id: inEpisode ? unitOf(client) : null,
    track: inEpisode ? trackOf(client) : null,
  };
}

const day = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST, days));
/** Months and weeks, whole ones and others. */
const scope = fc
  .record({
    days: fc.oneof(
      fc.tuple(day, day).map((days) => days.sort()),
      day.map((from): [string, string] => [from, '2026-11-22']),
      fc.constantFrom<[string, string]>(['2026-09-07', '2026-11-22'], ['2026-09-01', '2026-10-31']),
    ),
    narrowed: fc.constantFrom<Partial<SessionScope>>(
      ...[
        {},
        {},
        {},
        {},
        {},
        {},
        { site: SITE },
        { program: PROGRAM },
        { level: '2.1' },
        { track: 'day' },
      ],
      ...[{ kind: 'group' }, { weekday: 2 }, { hour: 9 }, { counselor: RUTH }],
    ),
  })
  .map(({ days: [from, to], narrowed }): SessionScope => ({ from, to, ...narrowed }));

/** At all hours of all days, among the sessions: some have not begun, some ended within a day. */
const asOf = fc
  .integer({ min: 30 * 24, max: (DAYS + 3) * 24 })
  .map((hour) => new Date(Date.parse(`${FIRST}T00:30:00Z`) + hour * 3_600_000));

const reader = fc.constantFrom<[Reader['role'], string | null]>(
  ['counselor', RUTH],
  ['counselor', SAM],
  ['supervisor', VERA],
  ['director', null],
  ['director', null],
);
const split = fc.constantFrom('site', 'program', 'kind', 'track', 'weekday', 'time', 'level');

test('however sums are come to, they are those of the sessions', async () => {
  let stood: AttendanceRow[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.array(attended, { minLength: 120, maxLength: 250 }),
      fc.array(
        fc.record({ reader, scope, asOf, split, measure: fc.constantFrom(...SESSION_MEASURES) }),
        { minLength: 20, maxLength: 20 },
      ),
      async (sessions, questions) => {
        const rows = sessions.map(rowOf);
        await replace(stood, rows);
        stood = rows;
        for (const {
          reader: [role, staffId],
          ...asked
        } of questions)
          await compare(rows, { organizationId, role, staffId, name: role }, asked);
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 8), endOnFailure: true },
  );
});

async function replace(stood: AttendanceRow[], rows: AttendanceRow[]): Promise<void> {
  await database.sync(organizationId, async (scoped) => {
    await sql`DELETE FROM attendance`.execute(scoped);
    await upsertRows(scoped, 'attendance', ['organization_id', 'client_id', 'record_id'], rows);
    await applyChange(scoped, organizationId, stood, rows);
  });
}

interface Question {
  scope: SessionScope;
  asOf: Date;
  split: keyof typeof splitBy;
  measure: SessionMeasure;
}

async function compare(
  rows: readonly AttendanceRow[],
  as: Reader,
  { scope, asOf, split, measure }: Question,
): Promise<void> {
  const counted = rows.filter((row) => isCounted(row, as, scope, asOf));
  const cellsOf = (of: readonly AttendanceRow[]) => of.map((row) => cellOf(row, asOf));
  const { cells, clusters } = await database.read(as, async (scoped) => ({
    cells: await countSessions(
      scoped,
      as,
      scope,
      { week: byPeriod.week, part: splitBy[split] },
      asOf,
    ),
    clusters: await clusterSums(scoped, as, scope, { measure, part: splitBy[split] }, asOf),
  }));
  assert.deepEqual(
    addedUp(cells.map(({ week, part, cell }) => [`${week} ${part}`, cell])),
    addedUp(counted.map((row) => [`${row.week} ${partOf(row, split)}`, cellOf(row, asOf)])),
  );
  const sumsIn = (own: readonly AttendanceRow[]) => {
    const perClient = [...Map.groupBy(own, ({ client_id }) => client_id).values()];
    const clustersOf = perClient.map((of) => {
      const { numerator, denominator } = measure.count(cellsOf(of));
      return { counted: numerator, of: denominator };
    });
    return { clients: perClient.length, sums: sumsOf(clustersOf) };
  };
  const parts = new Map<string | null, AttendanceRow[]>([
    ...(counted.length > 0 ? [[null, counted] as const] : []),
    ...Map.groupBy(counted, (row) => partOf(row, split)),
  ]);
  assert.deepEqual(new Set(clusters.map(({ part }) => part)), new Set(parts.keys()));
  for (const { part, clients, sums } of clusters) {
    const own = sumsIn(parts.get(part) ?? []);
    assert.equal(clients, own.clients, `${part}`);
    // Of a total nobody asks for an interval.
    if (measure.interval !== 'none') assert.deepEqual(sums, own.sums, `${part}`);
  }
}

/** One cell of each key and outcome. */
function addedUp(cells: readonly [key: string, cell: OutcomeCell][]): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const [key, { outcome, ...cell }] of cells) {
    const name = `${key} ${outcome}`;
    const sum = sums.get(name) ?? [];
    const { sessions, scheduledMinutes, recordedMinutes, assumedMinutes } = cell;
    const added = [sessions, scheduledMinutes, recordedMinutes, assumedMinutes];
    sums.set(
      name,
      added.map((value, index) => value + (sum[index] ?? 0)),
    );
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isCounted(row: AttendanceRow, as: Reader, scope: SessionScope, asOf: Date): boolean {
  const client = Number(row.client_id.slice(-2));
  if (row.episode_id === null || row.waitlisted) return false;
  if (as.role !== 'director' && !isReached(as.staffId, client)) return false;
  const { from, to, site, program, level, track, kind, weekday, hour, counselor } = scope;
  const day = addDays(row.week, row.weekday - 1);
  return (
    from <= day &&
    day <= to &&
    Date.parse(row.starts_at) <= asOf.getTime() &&
    (counselor === undefined || counselorOf(client) === counselor) &&
    (site === undefined || row.site_id === site) &&
    (program === undefined || row.unit_id === UNIT) &&
    (level === undefined || row.level_code === level) &&
    (track === undefined || row.track === track) &&
    (kind === undefined || row.kind === kind) &&
    (weekday === undefined || row.weekday === weekday) &&
    (hour === undefined || row.hour === hour)
  );
}

const isReached = (staffId: string | null, client: number): boolean =>
  counselorOf(client) === (staffId === VERA ? RUTH : staffId);

function partOf(row: AttendanceRow, split: Question['split']): string {
  const time = row.hour < 12 ? '00' : row.hour < 17 ? '12' : '17';
  const parts = {
    site: row.site_id,
    program: row.unit_id,
    kind: row.kind,
    track: row.track,
    weekday: row.weekday,
    time,
    level: row.level_code,
  };
  return `${parts[split] ?? ''}`;
}

function cellOf(row: AttendanceRow, asOf: Date): OutcomeCell {
  const startsAt = Date.parse(row.starts_at);
  const booking = { startsAt, endsAt: Date.parse(row.ends_at), outcome: row.outcome };
  const isHere = ['attended', 'attended-late', 'left-early'].includes(row.outcome ?? '');
  return {
    outcome: row.walk_in ? 'walk-in' : statusAt(booking, asOf.getTime(), PROGRAM_DEFAULTS),
    sessions: 1,
    scheduledMinutes: row.scheduled_minutes,
    recordedMinutes: row.recorded_minutes ?? 0,
    assumedMinutes: isHere && row.recorded_minutes === null ? row.scheduled_minutes : 0,
  };
}
