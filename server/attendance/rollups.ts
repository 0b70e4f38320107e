import { sql } from 'kysely';
import { isAttended } from '#domain/attendance/attendance-status';
import type { Scoped } from '../database/database.ts';
import { rowsAsked } from '../database/rows.ts';
import type { AttendanceRow } from './attendance-row.ts';

const UNKNOWN_ID = '00000000-0000-0000-0000-000000000000';
const SUMS = ['sessions', 'scheduled_minutes', 'recorded_minutes', 'assumed_minutes'] as const;
type Cell = Record<string, string | number> & Record<(typeof SUMS)[number], number>;

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
  await add(
    scoped,
    organizationId,
    'episode_week',
    EPISODE_KEY,
    difference(before, after, episodeKey),
  );
  await add(
    scoped,
    organizationId,
    'program_week',
    PROGRAM_KEY,
    difference(before, after, programKey),
  );
}

const EPISODE_KEY = ['client_id', 'episode_id', 'week', 'outcome'];
const PROGRAM_KEY = [
  'week',
  'site_id',
  'unit_id',
  'level_code',
  'kind',
  'track',
  'weekday',
  'hour',
  'outcome',
];

const episodeKey = (row: AttendanceRow) =>
  row.episode_id === null
    ? null
    : {
        client_id: row.client_id,
        episode_id: row.episode_id,
        week: row.week,
        outcome: outcomeIn(row),
      };

const programKey = (row: AttendanceRow) => ({
  week: row.week,
  site_id: row.site_id ?? UNKNOWN_ID,
  unit_id: row.unit_id ?? UNKNOWN_ID,
  level_code: row.level_code ?? '',
  kind: row.kind,
  track: row.track ?? '',
  weekday: row.weekday,
  hour: row.hour,
  outcome: outcomeIn(row),
});

const outcomeIn = ({ walk_in, outcome }: AttendanceRow) =>
  walk_in ? 'walk-in' : (outcome ?? 'none');

function difference(
  before: readonly AttendanceRow[],
  after: readonly AttendanceRow[],
  keyOf: (row: AttendanceRow) => Record<string, string | number> | null,
): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [rows, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const row of rows) {
      const key = keyOf(row);
      if (!key || row.waitlisted) continue;
      const name = Object.values(key).join('|');
      const cell = cells.get(name) ?? {
        ...key,
        sessions: 0,
        scheduled_minutes: 0,
        recorded_minutes: 0,
        assumed_minutes: 0,
      };
      cell.sessions += sign;
      cell.scheduled_minutes += sign * row.scheduled_minutes;
      cell.recorded_minutes += sign * (row.recorded_minutes ?? 0);
      cell.assumed_minutes += sign * assumedMinutes(row);
      cells.set(name, cell);
    }
  }
  return [...cells.values()].filter((cell) => SUMS.some((sum) => cell[sum] !== 0));
}

const assumedMinutes = ({ outcome, recorded_minutes, scheduled_minutes }: AttendanceRow) =>
  outcome && isAttended(outcome) && recorded_minutes === null ? scheduled_minutes : 0;

async function add(
  scoped: Scoped,
  organizationId: string,
  table: string,
  key: readonly string[],
  cells: readonly Cell[],
): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map((cell) => ({ organization_id: organizationId, ...cell }));
  const columns = sql.join(['organization_id', ...key, ...SUMS].map((column) => sql.ref(column)));
  const keys = sql.join(['organization_id', ...key].map((column) => sql.ref(column)));
  const asked = await rowsAsked(scoped, table, ['organization_id', ...key, ...SUMS], rows);
  await sql`
    INSERT INTO ${sql.table(table)} AS kept (${columns})
    SELECT ${columns} FROM ${asked}
    ON CONFLICT (${keys}) DO UPDATE SET ${sql.join(
      SUMS.map((sum) => sql`${sql.ref(sum)} = kept.${sql.ref(sum)} + excluded.${sql.ref(sum)}`),
    )}`.execute(scoped);
  // Only where something was taken away can a cell have come to nothing.
  const lessened = rows.filter(({ sessions }) => sessions < 0);
  if (lessened.length === 0) return;
  await sql`
    DELETE FROM ${sql.table(table)} kept
     USING jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(lessened)}::jsonb) cell
     WHERE kept.organization_id = ${organizationId} AND kept.sessions = 0
       AND ${sql.join(
         key.map((column) => sql`kept.${sql.ref(column)} = cell.${sql.ref(column)}`),
         sql` AND `,
       )}`.execute(scoped);
}
