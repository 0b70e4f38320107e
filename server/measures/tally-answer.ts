import { addDays, daysBetween } from '#domain/calendar/calendar-day';
import { periodOf, periodsFrom } from '#domain/calendar/periods';
import { addUp, figureOfCounted } from '#domain/measures/figure-of';
import { inWords } from '#domain/measures/in-words';
import type { Figure } from '#domain/measures/figure.contract';
import type {
  MeasureAnswer,
  MeasureQuery,
  MeasureSeries,
} from '#domain/measures/measures.contract';
import { middleOfClients } from '#domain/measures/middle-of-clients';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { CENSUS } from '#domain/measures/census';
import { rulesOf } from '../settings/rules.ts';
import { besideOthers } from './beside-others.ts';
import { type Course, courseOf } from './course.ts';
import { definitionOf } from './definition-of.ts';
import { drawnSeries } from './measure-series.ts';
import { isHistoryMissing, scopeInWords } from './scope-in-words.queries.ts';
import { isOrdered, splitParts } from './split-parts.queries.ts';
import type { Tally, TallySplit } from './tally.ts';
import type { Asking, TalliedMeasure } from './tallied-measures.ts';

const MOST_GROUPS = 6;

/** A measure that is not added up over sessions, over the period asked for, whole and apart. */
export async function tallyAnswer(
  asking: Asking,
  asked: TalliedMeasure,
  query: MeasureQuery & { split?: TallySplit },
): Promise<MeasureAnswer> {
  const { scoped, reader, asOf } = asking;
  const rules = (await rulesOf(scoped, reader.organizationId)).at(asOf);
  const tallied = { ...asked, measure: inWords(asked.measure, rules) };
  const course = await talliedCourse(asking, tallied, query);
  const tallies = await tallied.tally(asking, course);
  const groups = query.split
    ? await groupsOf(asking, tallied, course, { tallies, split: query.split, rules })
    : [];
  return {
    measure: definitionOf(tallied.measure, rules),
    asOf: asOf.toISOString(),
    from: course.scope.from,
    to: course.scope.to,
    by: course.by,
    scope: await scopeInWords(scoped, reader, query),
    clients: new Set(tallies.flatMap(({ clientId }) => clientId ?? [])).size,
    whole: seriesOf(tallied, course, { id: null, name: tallied.measure.name, tallies }, rules),
    before: await figureBefore(asking, tallied, course, rules),
    split: query.split ?? null,
    groups: besideOthers(tallied.measure, groups.slice(0, MOST_GROUPS)),
    groupsLeft: Math.max(0, groups.length - MOST_GROUPS),
    changes: course.changes,
    incomplete: await isHistoryMissing(scoped, reader.organizationId),
  };
}

/** What stands at a moment has one period: that of the day. */
export async function talliedCourse(
  { scoped, reader, asOf }: Asking,
  { measure }: TalliedMeasure,
  query: MeasureQuery,
): Promise<Course> {
  const course = await courseOf(scoped, reader, query, asOf);
  if (!measure.isOfTheMoment) return course;
  const period = periodOf(course.today, course.by);
  const scope = { ...course.scope, from: period.start, to: addDays(period.until, -1) };
  return { ...course, scope, periods: [period] };
}

/** By name, or in their own order. */
async function groupsOf(
  { scoped, reader }: Asking,
  tallied: TalliedMeasure,
  course: Course,
  {
    tallies,
    split,
    rules,
  }: { tallies: readonly Tally[]; split: TallySplit; rules: ProgramDefaults },
): Promise<MeasureSeries[]> {
  const partOf = await splitParts(scoped, reader.organizationId, split);
  return [...Map.groupBy(tallies, ({ parts }) => parts[split])]
    .map(([key, own]) => ({ part: partOf(key), key, own }))
    .sort((a, b) => b.own.length - a.own.length)
    .map(({ part, key, own }, index) => ({
      place: isOrdered(split) ? key : part.name,
      isShown: index < MOST_GROUPS,
      series: seriesOf(tallied, course, { ...part, tallies: own }, rules),
    }))
    .sort((a, b) => Number(b.isShown) - Number(a.isShown) || a.place.localeCompare(b.place))
    .map(({ series }) => series);
}

function seriesOf(
  tallied: TalliedMeasure,
  course: Course,
  { id, name, tallies }: { id: string | null; name: string; tallies: readonly Tally[] },
  rules: ProgramDefaults,
): MeasureSeries {
  const figure = figureOf(tallied, course, tallies, rules);
  const [only] = course.periods;
  // At another site it may be tomorrow already: what stands at the moment stands in its one period.
  const byPeriod = Map.groupBy(tallies, ({ day }) =>
    tallied.measure.isOfTheMoment ? (only?.start ?? day) : periodOf(day, course.by).start,
  );
  const series = drawnSeries(tallied.measure, course, {
    id,
    name,
    figure,
    countedIn: (start) => addUp((byPeriod.get(start) ?? []).map(({ counted }) => counted)),
  });
  if (!tallied.middle) return series;
  if (tallied.measure.isOfTheMoment)
    return { ...series, points: series.points.map((point) => ({ ...point, value: figure.value })) };
  return middlesOf(series, (start) => figureOf(tallied, course, byPeriod.get(start) ?? [], rules));
}

/** Each period's own middle: limits of sums would say nothing of it. */
function middlesOf(
  { points, ...series }: MeasureSeries,
  middleOf: (start: string) => Figure,
): MeasureSeries {
  return {
    ...series,
    points: points.map((point) => ({
      ...point,
      value: middleOf(point.start).value,
      ...{ centre: null, low: null, high: null, cause: null },
    })),
    title: null,
    findings: [],
    limits: 'no limits: the middle of a few clients',
  };
}

function figureOf(
  tallied: TalliedMeasure,
  course: Course,
  tallies: readonly Tally[],
  rules: ProgramDefaults,
): Figure {
  const { measure, middle } = tallied;
  if (middle) {
    return middleOfClients(
      tallies.map(({ counted }) => counted),
      middle.from && rules[middle.from],
    );
  }
  const last = course.periods.at(-1)?.start ?? '';
  // A census is of a day: those of earlier weeks are not added to it.
  const counting = measure.id === CENSUS.id ? tallies.filter(({ day }) => last <= day) : tallies;
  const perClient = [...Map.groupBy(counting, ({ clientId }) => clientId).values()];
  return figureOfCounted(
    measure,
    perClient.map((own) => addUp(own.map(({ counted }) => counted))),
  );
}

/** The same over as many days before; `null` of what stands at a moment, or where nothing is known. */
async function figureBefore(
  asking: Asking,
  tallied: TalliedMeasure,
  course: Course,
  rules: ProgramDefaults,
): Promise<Figure | null> {
  if (tallied.measure.isOfTheMoment) return null;
  const { scope, by } = course;
  const days = daysBetween(scope.from, scope.to) + 1;
  const earlier = { ...scope, from: addDays(scope.from, -days), to: addDays(scope.from, -1) };
  const before = { ...course, scope: earlier, periods: periodsFrom(earlier.from, earlier.to, by) };
  const tallies = await tallied.tally(asking, before);
  return tallies.length === 0 ? null : figureOf(tallied, before, tallies, rules);
}
