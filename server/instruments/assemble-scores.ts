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

/**
 * Makes the scores of these days anew from every record of them, in whatever order they came: of days
 * that records spoke of before, which may have none left, and of days they speak of now.
 */
export async function assembleScores(
  scoped: Scoped,
  organizationId: string,
  before: readonly ScoreDay[],
  now: readonly ScoreDay[],
): Promise<void> {
  const spokenOf = new Set(now.map(nameOf));
  await deleteScores(
    scoped,
    organizationId,
    before.filter((day) => !spokenOf.has(nameOf(day))),
  );
  const days = [...new Map([...before, ...now].map((day) => [nameOf(day), day])).values()];
  if (days.length === 0) return;
  const { rows } = await sql<ReportRow>`
    SELECT r.client_id, r.instrument, r.day, r.record_id, r.at, r.total, r.answers FROM score_report r
      JOIN jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS d(client_id uuid, instrument text, day date)
        ON r.client_id = d.client_id AND r.instrument = d.instrument AND r.day = d.day
     WHERE r.organization_id = ${organizationId}`.execute(scoped);
  const byDay = Map.groupBy(rows, nameOf);
  await upsertRows(
    scoped,
    'score',
    ['organization_id', 'client_id', 'instrument', 'day'],
    [...byDay.values()].flatMap((reports) => scoreRow(organizationId, reports)),
  );
}

const nameOf = ({ client_id, instrument: asked, day }: ScoreDay) => `${client_id} ${asked} ${day}`;

async function deleteScores(
  scoped: Scoped,
  organizationId: string,
  days: readonly ScoreDay[],
): Promise<void> {
  if (days.length === 0) return;
  await sql`
    DELETE FROM score s USING jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS d(client_id uuid, instrument text, day date)
     WHERE s.organization_id = ${organizationId} AND s.client_id = d.client_id
       AND s.instrument = d.instrument AND s.day = d.day`.execute(scoped);
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
