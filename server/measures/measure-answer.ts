import { sql } from 'kysely';
import type { OutcomeCell, SessionMeasure } from '#domain/measures/measure';
import { figureOfSums } from '#domain/measures/figure-of';
import type { Figure } from '#domain/measures/figure.contract';
import type {
  MeasureAnswer,
  MeasureQuery,
  MeasureSeries,
  Split,
} from '#domain/measures/measures.contract';
import { addDays, daysBetween } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { type ClusterOf, clusterSums, NOBODY } from './cluster-sums.queries.ts';
import { countSessions } from './count-sessions.queries.ts';
import { type Course, courseOf } from './course.ts';
import { definitionOf } from './definition-of.ts';
import { seriesOf } from './measure-series.ts';
import { isHistoryMissing, scopeInWords } from './scope-in-words.queries.ts';
import { byPeriod, everything, onDays, type SessionScope, splitBy } from './session-scope.ts';
import { isOrdered, splitParts } from './split-parts.queries.ts';

/** More lines than this nobody can compare: those with the most sessions are shown. */
const MOST_GROUPS = 6;

/** A measure over the period asked for, whole and, on request, apart. */
export async function measureAnswer(
  scoped: Scoped,
  reader: Reader,
  measure: SessionMeasure,
  query: MeasureQuery,
  asOf: Date,
): Promise<MeasureAnswer> {
  const course = await courseOf(scoped, reader, query, asOf);
  const { scope } = course;
  const earlier = asLongBefore(scope);
  const part = query.split ? splitBy[query.split] : everything;
  const period = byPeriod[course.by];
  // One count for both: what was before is a period of its own.
  const counted = await countSessions(
    scoped,
    reader,
    { ...scope, from: earlier.from },
    {
      period: { ...period, value: sql`CASE WHEN ${onDays(scope)} THEN ${period.value} END` },
      part,
    },
    asOf,
  );
  const { periods = [], before = [] } = Object.groupBy(counted, ({ period }) =>
    period === '' ? 'before' : 'periods',
  );
  const clusters = await clusterSums(
    scoped,
    reader,
    scope,
    { measure, part: query.split && splitBy[query.split] },
    asOf,
  );
  const whole = clusters.find((cluster) => cluster.part === null) ?? NOBODY;
  const groups = query.split
    ? await groupsOf(scoped, reader, measure, course, query.split, { periods, clusters })
    : [];
  return {
    measure: definitionOf(measure, (await rulesOf(scoped, reader.organizationId)).at(asOf)),
    asOf: asOf.toISOString(),
    from: scope.from,
    to: scope.to,
    by: course.by,
    scope: await scopeInWords(scoped, reader, query),
    clients: whole.clients,
    whole: seriesOf(measure, course, { id: null, name: measure.name, periods, sums: whole.sums }),
    before:
      before.length === 0
        ? null
        : await figureBefore(scoped, reader, measure, { ...scope, ...earlier }, before, asOf),
    split: query.split ?? null,
    groups: groups
      .slice(0, MOST_GROUPS)
      .sort(inOrder)
      .map(({ series }) => series),
    groupsLeft: Math.max(0, groups.length - MOST_GROUPS),
    changes: course.changes,
    incomplete: await isHistoryMissing(scoped, reader.organizationId),
  };
}

/** As many days as a period has, right before it. */
function asLongBefore({ from, to }: SessionScope): Pick<SessionScope, 'from' | 'to'> {
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

type Cells = readonly { period: string; part: string; cell: OutcomeCell }[];

interface Group {
  sessions: number;
  place: string;
  series: MeasureSeries;
}

/** The parts of a split, those with the most sessions first. */
async function groupsOf(
  scoped: Scoped,
  reader: Reader,
  measure: SessionMeasure,
  course: Course,
  split: Split,
  { periods, clusters }: { periods: Cells; clusters: readonly ClusterOf[] },
): Promise<Group[]> {
  const nameOf = await splitParts(scoped, reader.organizationId, split);
  return [...Map.groupBy(periods, ({ part }) => part)]
    .map(([key, rows]) => ({
      sessions: rows.reduce((total, { cell }) => total + cell.sessions, 0),
      place: isOrdered(split) ? key : nameOf(key).name,
      series: seriesOf(measure, course, {
        ...nameOf(key),
        periods: rows,
        sums: (clusters.find(({ part }) => part === key) ?? NOBODY).sums,
      }),
    }))
    .sort((a, b) => b.sessions - a.sessions || inOrder(a, b));
}

const inOrder = (a: Group, b: Group): number => a.place.localeCompare(b.place);

async function figureBefore(
  scoped: Scoped,
  reader: Reader,
  measure: SessionMeasure,
  scope: SessionScope,
  counted: Cells,
  asOf: Date,
): Promise<Figure> {
  const [whole = NOBODY] = await clusterSums(scoped, reader, scope, { measure }, asOf);
  return figureOfSums(measure, measure.count(counted.map(({ cell }) => cell)), whole.sums);
}
