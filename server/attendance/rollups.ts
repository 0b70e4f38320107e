import { sql } from 'kysely';
import { countsInDenominator, isAttended } from '#domain/attendance/attendance-status';
import type { Day } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import { rowsAsked } from '../database/rows.ts';
import type { AttendanceRow } from './attendance-row.ts';
import { fourWeeksOf } from './four-weeks.ts';

/** Stands in keys of the rollups for an id that is not known. */
export const UNKNOWN_ID = '00000000-0000-0000-0000-000000000000';

/** Longer than a session ever is: of one that is, time may decide when its day is long over. */
export const OVERLONG_MINUTES = 1_440;

/** Sums over attendances. */
interface Rollup {
  /** What its sums are kept by; `null` of an attendance that it does not count. */
  keyOf: (row: AttendanceRow) => Record<string, string | number | boolean> | null;
  sumsOf: (row: AttendanceRow) => Record<string, number>;
}

/**
 * Brings the rollups from what they counted to what they should: only cells that change are touched,
 * and whole numbers add up exactly, so a rebuild comes to the same.
 */
export async function applyChange(
  scoped: Scoped,
  organizationId: string,
  before: readonly AttendanceRow[],
  after: readonly AttendanceRow[],
): Promise<void> {
  for (const [table, rollups] of Object.entries(ROLLUPS)) {
    const cells = rollups.flatMap((rollup) => difference(before, after, rollup));
    await add(scoped, organizationId, table, cells);
  }
}

const minutesOf = (row: AttendanceRow) => ({
  sessions: 1,
  scheduled_minutes: row.scheduled_minutes,
  recorded_minutes: row.recorded_minutes ?? 0,
  assumed_minutes: assumedMinutes(row),
});

const EPISODE_WEEK: Rollup = {
  keyOf: (row) =>
    row.episode_id === null
      ? null
      : {
          client_id: row.client_id,
          episode_id: row.episode_id,
          week: row.week,
          site_id: row.site_id ?? UNKNOWN_ID,
          outcome: outcomeIn(row),
        },
  sumsOf: minutesOf,
};

const PROGRAM_WEEK: Rollup = {
  keyOf: (row) => ({
    week: row.week,
    ...placeOf(row),
    kind: row.kind,
    weekday: row.weekday,
    hour: row.hour,
    in_episode: row.episode_id !== null,
    outcome: outcomeIn(row),
  }),
  sumsOf: minutesOf,
};

const PROGRAM_WEEK_TOTAL: Rollup = {
  keyOf: (row) =>
    row.episode_id === null ? null : { week: row.week, ...placeOf(row), outcome: outcomeIn(row) },
  sumsOf: minutesOf,
};

const episodeSpan = (weeks: 1 | 4, firstWeekOf: (week: Day) => Day): Rollup => ({
  keyOf: (row) =>
    row.episode_id === null
      ? null
      : {
          weeks,
          first_week: firstWeekOf(row.week),
          client_id: row.client_id,
          episode_id: row.episode_id,
          ...placeOf(row),
        },
  sumsOf: (row) => {
    const outcome = row.walk_in ? null : row.outcome;
    const present = outcome !== null && isAttended(outcome);
    const expected = outcome !== null && countsInDenominator(outcome);
    return {
      sessions: 1,
      attended: Number(present),
      excused: Number(outcome === 'excused'),
      client_cancelled: Number(outcome === 'client-cancelled'),
      no_show: Number(outcome === 'no-show'),
      present_minutes: present ? (row.recorded_minutes ?? row.scheduled_minutes) : 0,
      expected_minutes: expected ? row.scheduled_minutes : 0,
    };
  },
});

/** By the table that keeps them. */
const ROLLUPS: Record<string, readonly Rollup[]> = {
  episode_week: [EPISODE_WEEK],
  program_week: [PROGRAM_WEEK],
  program_week_total: [PROGRAM_WEEK_TOTAL],
  episode_span: [episodeSpan(1, (week) => week), episodeSpan(4, fourWeeksOf)],
};

const placeOf = (row: AttendanceRow) => ({
  site_id: row.site_id ?? UNKNOWN_ID,
  unit_id: row.unit_id ?? UNKNOWN_ID,
  level_code: row.level_code ?? '',
  track: row.track ?? '',
});

function outcomeIn({ walk_in, outcome, scheduled_minutes }: AttendanceRow): string {
  if (walk_in) return 'walk-in';
  return outcome ?? (scheduled_minutes > OVERLONG_MINUTES ? 'none-overlong' : 'none');
}

const assumedMinutes = ({ outcome, recorded_minutes, scheduled_minutes }: AttendanceRow) =>
  outcome && isAttended(outcome) && recorded_minutes === null ? scheduled_minutes : 0;

/** What is to be added to one row of a rollup. */
interface Cell {
  key: Record<string, string | number | boolean>;
  sums: Record<string, number>;
}

function difference(
  before: readonly AttendanceRow[],
  after: readonly AttendanceRow[],
  { keyOf, sumsOf }: Rollup,
): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [rows, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const row of rows) {
      const key = keyOf(row);
      if (!key || row.waitlisted) continue;
      let name = '';
      for (const part in key) name += `${key[part]}|`;
      const cell = cells.get(name);
      const sums = cell?.sums ?? {};
      const more = sumsOf(row);
      for (const sum in more) sums[sum] = (sums[sum] ?? 0) + sign * (more[sum] ?? 0);
      if (!cell) cells.set(name, { key, sums });
    }
  }
  return [...cells.values()].filter(({ sums }) => Object.values(sums).some((sum) => sum !== 0));
}

async function add(
  scoped: Scoped,
  organizationId: string,
  table: string,
  cells: readonly Cell[],
): Promise<void> {
  const [first] = cells;
  if (!first) return;
  const key = ['organization_id', ...Object.keys(first.key)];
  const sums = Object.keys(first.sums);
  const rows = cells.map((cell) => ({
    organization_id: organizationId,
    ...cell.key,
    ...cell.sums,
  }));
  const columns = sql.join([...key, ...sums].map((column) => sql.ref(column)));
  const asked = await rowsAsked(scoped, table, [...key, ...sums], rows);
  await sql`
    INSERT INTO ${sql.table(table)} AS kept (${columns})
    SELECT ${columns} FROM ${asked}
    ON CONFLICT (${sql.join(key.map((column) => sql.ref(column)))}) DO UPDATE SET ${sql.join(
      sums.map((sum) => sql`${sql.ref(sum)} = kept.${sql.ref(sum)} + excluded.${sql.ref(sum)}`),
    )}`.execute(scoped);
  // Only where something was taken away can a cell have come to nothing.
  const lessened = rows.filter((_, index) => (cells[index]?.sums['sessions'] ?? 0) < 0);
  if (lessened.length === 0) return;
  await sql`
    DELETE FROM ${sql.table(table)} kept
     USING jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(lessened)}::jsonb) cell
     WHERE kept.sessions = 0
       AND ${sql.join(
         key.map((column) => sql`kept.${sql.ref(column)} = cell.${sql.ref(column)}`),
         sql` AND `,
       )}`.execute(scoped);
}
