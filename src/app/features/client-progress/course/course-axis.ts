import { daysBetween, localTime } from '#domain/calendar/calendar-day';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { timeAxis, type TimeAxis } from '../../../ui/time-axis/time-axis';

/** A request further back than this is told by its date, at the edge. */
const DAYS_BEFORE_ADMISSION = 42;
const AFTER_WIDE = 104;
const AFTER_NARROW = 48;
const WIDE = 560;

/** The axis of a client's episode: from the request to the end, or the planned one, and the year after. */
export function courseAxis(client: ClientProgress, width: number): TimeAxis | null {
  const { way, asOf, timeZone } = client;
  if (!way) return null;
  const today = localTime(Date.parse(asOf), timeZone).day;
  const { admittedOn } = way;
  const asked = [way.requested?.on, way.assessed?.on].filter(
    (day) => day !== undefined && daysBetween(day, admittedOn) <= DAYS_BEFORE_ADMISSION,
  );
  const begins = [admittedOn, ...asked].sort()[0] ?? admittedOn;
  const ends = [way.endedOn ?? way.plannedEnd ?? today, ...(way.endedOn ? [] : [today])].sort();
  const room = width >= WIDE ? AFTER_WIDE : AFTER_NARROW;
  return timeAxis({
    from: begins,
    to: ends.at(-1) ?? today,
    today,
    width,
    after: way.followUps.length > 0 ? room : 8,
  });
}
