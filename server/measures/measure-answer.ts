import type { OutcomeCell, SessionMeasure } from '#domain/measures/measure';
import { figureOf } from '#domain/measures/figure-of';
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
import { countSessions } from './count-sessions.queries.ts';
import { type Course, courseOf } from './course.ts';
import { definitionOf } from './definition-of.ts';
import { cellsBy, seriesOf } from './measure-series.ts';
import { isHistoryMissing, scopeInWords } from './scope-in-words.queries.ts';
import { byClient, byPeriod, everything, type SessionScope, splitBy } from './session-scope.ts';
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
  const part = query.split ? splitBy[query.split] : everything;
  const periods = await countSessions(
    scoped,
    reader,
    scope,
    { period: byPeriod[course.by], part },
    asOf,
  );
  const clients = await countSessions(scoped, reader, scope, { client: byClient, part }, asOf);
  const groups = query.split
    ? await groupsOf(scoped, reader, measure, course, query.split, { periods, clients })
    : [];
  return {
    measure: definitionOf(measure),
    asOf: asOf.toISOString(),
    from: scope.from,
    to: scope.to,
    by: course.by,
    scope: await scopeInWords(scoped, reader, query),
    clients: new Set(clients.map(({ client }) => client)).size,
    whole: seriesOf(measure, course, { id: null, name: measure.name, periods, clients }),
    before: await figureBefore(scoped, reader, measure, scope, asOf),
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

type Rows<K extends string> = readonly (Record<K | 'part', string> & { cell: OutcomeCell })[];

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
  { periods, clients }: { periods: Rows<'period'>; clients: Rows<'client'> },
): Promise<Group[]> {
  const partOf = await splitParts(scoped, reader.organizationId, split);
  const clientsOf = Map.groupBy(clients, ({ part }) => part);
  return [...Map.groupBy(periods, ({ part }) => part)]
    .map(([key, rows]) => ({
      sessions: rows.reduce((total, { cell }) => total + cell.sessions, 0),
      place: isOrdered(split) ? key : partOf(key).name,
      series: seriesOf(measure, course, {
        ...partOf(key),
        periods: rows,
        clients: clientsOf.get(key) ?? [],
      }),
    }))
    .sort((a, b) => b.sessions - a.sessions || inOrder(a, b));
}

const inOrder = (a: Group, b: Group): number => a.place.localeCompare(b.place);

/** The same over as many days before; `null` where nothing is known of them. */
async function figureBefore(
  scoped: Scoped,
  reader: Reader,
  measure: SessionMeasure,
  scope: SessionScope,
  asOf: Date,
): Promise<Figure | null> {
  const days = daysBetween(scope.from, scope.to) + 1;
  const earlier = { ...scope, from: addDays(scope.from, -days), to: addDays(scope.from, -1) };
  const clients = await countSessions(scoped, reader, earlier, { client: byClient }, asOf);
  return clients.length === 0
    ? null
    : figureOf(
        measure,
        cellsBy(clients, ({ client }) => client),
      );
}
