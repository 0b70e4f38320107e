import { sql } from 'kysely';
import { dayScore, type ScoreReport } from '#domain/instruments/day-score';
import { instrument } from '#domain/instruments/instruments';
import type { Answers, InstrumentId } from '#domain/instruments/instrument';
import type { Scoped } from '../database/database.ts';
import { upsertRows } from '../database/rows.ts';

/** An instrument's day of one client. */
export interface ScoreDay {
  client_id: string;
  instrument: InstrumentId;
  day: string;
}

interface ReportRow extends ScoreDay {
  record_id: string;
  at: string | null;
  total: number | null;
  answers: Answers;
}

/** The days of which these records speak, as they stand. */
export async function scoreDaysOf(
  scoped: Scoped,
  organizationId: string,
  recordIds: readonly string[],
): Promise<ScoreDay[]> {
  if (recordIds.length === 0) return [];
  const { rows } = await sql<ScoreDay>`
    SELECT DISTINCT client_id, instrument, day FROM score_report
     WHERE organization_id = ${organizationId} AND record_id = ANY(${recordIds}::uuid[])`.execute(
    scoped,
  );
  return rows;
}

/** Makes the scores of these days anew from every record of them, in whatever order they came. */
export async function assembleScores(
  scoped: Scoped,
  organizationId: string,
  days: readonly ScoreDay[],
): Promise<void> {
  if (days.length === 0) return;
  const asked = JSON.stringify(days);
  await sql`
    DELETE FROM score s USING jsonb_to_recordset(${asked}::jsonb) AS d(client_id uuid, instrument text, day date)
     WHERE s.organization_id = ${organizationId} AND s.client_id = d.client_id
       AND s.instrument = d.instrument AND s.day = d.day`.execute(scoped);
  const { rows } = await sql<ReportRow>`
    SELECT r.client_id, r.instrument, r.day, r.record_id, r.at, r.total, r.answers FROM score_report r
      JOIN (SELECT DISTINCT * FROM jsonb_to_recordset(${asked}::jsonb) AS d(client_id uuid, instrument text, day date)) d
        ON r.client_id = d.client_id AND r.instrument = d.instrument AND r.day = d.day
     WHERE r.organization_id = ${organizationId}`.execute(scoped);
  const byDay = Map.groupBy(rows, (row) => `${row.client_id} ${row.instrument} ${row.day}`);
  await upsertRows(
    scoped,
    'score',
    ['organization_id', 'client_id', 'instrument', 'day'],
    [...byDay.values()].flatMap((reports) => scoreRow(organizationId, reports)),
  );
}

function scoreRow(organizationId: string, rows: readonly ReportRow[]) {
  const [first] = rows;
  if (!first) return [];
  const score = dayScore(instrument(first.instrument), rows.map(reportOf));
  return [
    {
      organization_id: organizationId,
      client_id: first.client_id,
      instrument: first.instrument,
      day: first.day,
      total: score.total,
      total_from: score.totalFrom,
      mismatch: score.mismatch,
      subscales: score.subscales,
      answers: score.answers,
      missing: score.missing,
      record_ids: score.recordIds,
    },
  ];
}

const reportOf = ({ record_id, at, total, answers }: ReportRow): ScoreReport => ({
  recordId: record_id,
  at: at === null ? null : Date.parse(at),
  total,
  answers,
});
