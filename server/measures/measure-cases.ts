import { ATTENDANCE_STATUSES } from '#domain/attendance/attendance-status';
import type { SessionMeasure } from '#domain/measures/measure';
import type {
  MeasureCase,
  MeasureCases,
  MeasureCasesQuery,
} from '#domain/measures/measure-cases.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { type Case, type CaseStatus, countCases, findCases } from './cases.queries.ts';

/** The sessions behind a figure, each with how the measure takes it. */
export async function measureCases(
  scoped: Scoped,
  reader: Reader,
  measure: SessionMeasure,
  query: MeasureCasesQuery,
  asOf: Date,
): Promise<MeasureCases> {
  const taken = takenBy(measure);
  const statuses = statusesAsked(taken, query);
  const { cases, next } = await findCases(
    scoped,
    reader,
    query,
    { statuses, after: query.after },
    asOf,
  );
  return {
    asOf: asOf.toISOString(),
    cases: cases.map((one) => countedAs(one, taken)),
    total: await countCases(scoped, reader, query, statuses, asOf),
    next,
  };
}

/** As many as a spreadsheet is still read with; a file says when there are more. */
export const MOST_IN_A_FILE = 10_000;

/** All of them, page after page, up to what a file holds. */
export async function allCases(
  scoped: Scoped,
  reader: Reader,
  measure: SessionMeasure,
  query: MeasureCasesQuery,
  asOf: Date,
): Promise<MeasureCases> {
  const first = await measureCases(scoped, reader, measure, query, asOf);
  const taken = takenBy(measure);
  const statuses = statusesAsked(taken, query);
  const { cases } = first;
  let { next } = first;
  while (next !== null && cases.length < MOST_IN_A_FILE) {
    const page = await findCases(scoped, reader, query, { statuses, after: next }, asOf);
    cases.push(...page.cases.map((one) => countedAs(one, taken)));
    ({ next } = page);
  }
  return { ...first, cases, next };
}

function statusesAsked(
  taken: ReadonlyMap<CaseStatus, Taken>,
  { status, counts }: MeasureCasesQuery,
): CaseStatus[] {
  return [...taken]
    .filter(([one]) => status === undefined || status === one)
    .filter(([, { isPartOf }]) => counts === undefined || isPartOf.includes(counts))
    .map(([one]) => one);
}

const countedAs = (one: Case, taken: ReadonlyMap<CaseStatus, Taken>): MeasureCase => ({
  ...one,
  counts: taken.get(one.status)?.counts ?? 'excluded',
});

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
