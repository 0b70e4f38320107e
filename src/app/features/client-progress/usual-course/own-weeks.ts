import { daysBetween, type Day, localTime } from '#domain/calendar/calendar-day';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';

/** Of each quantity what a client had in which week of the stay, counted as the program's are. */
export function ownWeeks({
  way,
  weeks,
  measures,
}: ClientProgress): Map<string, Map<number, number>> {
  const own = new Map<string, Map<number, number>>();
  if (!way) return own;
  const { admittedOn } = way;
  const first = localTime(Date.parse(admittedOn), 'UTC').monday;
  const hours = weeks.map(({ monday, deliveredMinutes, assumedMinutes }): [number, number] => [
    daysBetween(first, monday) / 7 + 1,
    (deliveredMinutes + assumedMinutes) / 60,
  ]);
  own.set('hours', new Map(hours));
  for (const { instrument, scores } of measures) {
    // Oldest first, so that of several of one week the last stands.
    const totals = scores.flatMap(({ day, total }): [number, number][] =>
      total === null ? [] : [[weekOfStay(admittedOn, day), total]],
    );
    own.set(instrument, new Map(totals));
  }
  return own;
}

const weekOfStay = (admittedOn: Day, day: Day): number =>
  day < admittedOn ? 0 : Math.floor(daysBetween(admittedOn, day) / 7) + 1;
