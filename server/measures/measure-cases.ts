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
    .filter(([, { isPartOf }]) => query.counts === undefined || isPartOf.includes(query.counts))
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
    cases: cases.map((one) => ({ ...one, counts: taken.get(one.status)?.counts ?? 'excluded' })),
    total: await countCases(scoped, reader, query, statuses, asOf),
    next,
  };
}

type Part = MeasureCase['counts'];

interface Taken {
  counts: Part;
  /** Where it is found: what is in the numerator mostly is in the denominator too. */
  isPartOf: readonly Part[];
}

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
    // The first that holds is how it is called.
    const isPartOf = PARTS.filter((part) => counted[part] > 0);
    const [counts] = isPartOf;
    if (counts) taken.set(outcome, { counts, isPartOf });
  }
  return taken;
}

const PARTS: readonly Part[] = ['unrecorded', 'numerator', 'denominator', 'excluded'];
