import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import { figureOfSums } from '#domain/measures/figure-of';
import type { OutcomeCell, SessionMeasure } from '#domain/measures/measure';
import type { MeasureQuery } from '#domain/measures/measures.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { clusterSums, NOBODY } from './cluster-sums.queries.ts';
import { countSessions } from './count-sessions.queries.ts';
import { courseOf } from './course.ts';
import { byPeriod, byPlace } from './session-scope.ts';

/**
 * What became of the sessions of a period, by week or month, and a measure of them by weekday and
 * hour; one that is not counted by sessions has no hours.
 */
export async function sessionOutcomes(
  scoped: Scoped,
  reader: Reader,
  measure: SessionMeasure | undefined,
  query: MeasureQuery,
  asOf: Date,
): Promise<SessionOutcomes> {
  const { by, scope, periods, today } = await courseOf(scoped, reader, query, asOf);
  const counted = await countSessions(scoped, reader, scope, { period: byPeriod[by] }, asOf);
  const cells = Map.groupBy(counted, ({ period }) => period);
  const places = measure
    ? await countSessions(scoped, reader, scope, { place: byPlace }, asOf)
    : [];
  const clusters = new Map(
    // Only a rate has an interval: the clients of a total need not be asked for.
    !measure || measure.interval === 'none'
      ? []
      : (await clusterSums(scoped, reader, scope, { measure, part: byPlace }, asOf)).map(
          ({ part, sums }) => [part, sums],
        ),
  );
  return {
    asOf: asOf.toISOString(),
    from: scope.from,
    to: scope.to,
    periods: periods.map(({ start, until }) => ({
      start,
      until,
      open: until > today,
      cells: addedUp((cells.get(start) ?? []).map(({ cell }) => cell)),
    })),
    byHour: [...Map.groupBy(places, ({ place }) => place)].flatMap(([place, rows]) => {
      if (!measure) return [];
      const [weekday = 0, hour = 0] = place.split(' ').map(Number);
      const all = measure.count(rows.map(({ cell }) => cell));
      return {
        weekday,
        hour,
        figure: figureOfSums(measure, all, clusters.get(place) ?? NOBODY.sums),
        sessions: all.past - all.excluded - all.unrecorded,
      };
    }),
  };
}

/** One cell an outcome: sessions without a record come apart by when they ended. */
function addedUp(cells: readonly OutcomeCell[]): OutcomeCell[] {
  return [...Map.groupBy(cells, ({ outcome }) => outcome)].map(([outcome, same]) => ({
    outcome,
    sessions: total(same, ({ sessions }) => sessions),
    scheduledMinutes: total(same, ({ scheduledMinutes }) => scheduledMinutes),
    recordedMinutes: total(same, ({ recordedMinutes }) => recordedMinutes),
    assumedMinutes: total(same, ({ assumedMinutes }) => assumedMinutes),
  }));
}

const total = (cells: readonly OutcomeCell[], of: (cell: OutcomeCell) => number): number =>
  cells.reduce((sum, cell) => sum + of(cell), 0);
