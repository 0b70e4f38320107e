import { ATTENDANCE_STATUSES } from '#domain/attendance/attendance-status';
import type { SessionMeasure } from '#domain/measures/measure';
import type {
  MeasureCase,
  MeasureCases,
  MeasureCasesQuery,
} from '#domain/measures/measures.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { type CaseStatus, countCases, findCases } from './cases.queries.ts';

/** The sessions behind a figure, each with how the measure takes it. */
export async function measureCases(
  scoped: Scoped,
  reader: Reader,
  measure: SessionMeasure,
  query: MeasureCasesQuery,
  asOf: Date,
): Promise<MeasureCases> {
  const taken = takenBy(measure);
  const statuses = [...taken]
    .filter(([status]) => query.status === undefined || query.status === status)
    .filter(([, counts]) => query.counts === undefined || isPartOf(counts, query.counts))
    .map(([status]) => status);
  const { cases, next } = await findCases(
    scoped,
    reader,
    query,
    { statuses, after: query.after },
    asOf,
  );
  return {
    asOf: asOf.toISOString(),
    cases: cases.map((one) => ({ ...one, counts: taken.get(one.status) ?? 'excluded' })),
    total: await countCases(scoped, reader, query, statuses, asOf),
    next,
  };
}

type Taken = MeasureCase['counts'];

/** What is in the numerator is in the denominator too. */
const isPartOf = (counts: Taken, asked: Taken): boolean =>
  counts === asked || (asked === 'denominator' && counts === 'numerator');

/** How the measure takes a session of each status: asked of its own formula, with one session. */
function takenBy(measure: SessionMeasure): Map<CaseStatus, Taken> {
  const taken = new Map<CaseStatus, Taken>();
  for (const outcome of [...ATTENDANCE_STATUSES, 'walk-in'] as const) {
    const one = {
      outcome,
      sessions: 1,
      scheduledMinutes: 2,
      recordedMinutes: 1,
      assumedMinutes: 0,
    };
    const counted = measure.count([one]);
    if (counted.unrecorded > 0) taken.set(outcome, 'unrecorded');
    else if (counted.numerator > 0) taken.set(outcome, 'numerator');
    else if (counted.denominator > 0) taken.set(outcome, 'denominator');
    else if (counted.excluded > 0) taken.set(outcome, 'excluded');
  }
  return taken;
}
