import { addDays, type Day } from '../calendar/calendar-day.ts';
import { funnelOf } from '../statistics/funnel.ts';
import type { GroupLoss } from './therapy-group.contract.ts';

/** A client's unbroken time in a group: days of the first and last booking, those to come included. */
export interface Stay {
  since: Day;
  until: Day;
  /** Went on in another group within two weeks: moved, not lost. */
  moved: boolean;
  /** The episode ended as planned, completed or transferred: done, not lost. */
  asPlanned: boolean;
}

/** Who stops within this many days of beginning stopped early (program default: four weeks). */
export const EARLY_DAYS = 28;
/** Without a booking for so long before, and none to come, a client has stopped (program default). */
export const STOPPED_AFTER_DAYS = 14;
/** Who began within the last half year. */
const LOOKED_AT_DAYS = 182;

/** The first day on which somebody may have begun who is counted. */
export const lookedAtFrom = (today: Day): Day => addDays(today, -LOOKED_AT_DAYS);

/** Whether a client has no place in the group any more. */
export const hasStopped = ({ until }: Pick<Stay, 'until'>, today: Day): boolean =>
  until < addDays(today, -STOPPED_AFTER_DAYS);

/**
 * Whether groups lose more of those who begin than chance explains: of the clients who began in the
 * last half year, long enough ago to tell, those who stopped within four weeks, went on in no other
 * group and did not end as planned, against funnel limits around all groups together (Spiegelhalter
 * 2005). Who moved or ended as planned began too, and was not lost: programs of short stays would
 * else seem to lose people, and every group would be held against limits as wide as that.
 *
 * Takes each group's stays and the day of the figure; returns one result a group, in their order.
 */
export function groupLosses(groups: readonly (readonly Stay[])[], today: Day): GroupLoss[] {
  const from = lookedAtFrom(today);
  const to = addDays(today, -EARLY_DAYS - STOPPED_AFTER_DAYS);
  const counts = groups.map((stays) => {
    const began = stays.filter(({ since }) => from <= since && since <= to);
    return { counted: began.filter((stay) => isLost(stay, today)).length, of: began.length };
  });
  const funnel = funnelOf(counts);
  return counts.map(({ counted, of }, index) => {
    const point = funnel?.points[index];
    const isAbove = point && counted / of > point.limits['95'].high;
    return {
      began: of,
      stoppedEarly: counted,
      earlyDays: EARLY_DAYS,
      overall: funnel?.rate ?? null,
      high95: point?.limits['95'].high ?? null,
      high998: point?.limits['99.8'].high ?? null,
      outside: isAbove ? point.outside : null,
    };
  });
}

const isLost = (stay: Stay, today: Day): boolean =>
  !stay.moved && !stay.asPlanned && hasStopped(stay, today) && isEarly(stay);

const isEarly = ({ since, until }: Stay): boolean => until < addDays(since, EARLY_DAYS);

/** The finding as a title; `null` where the group is within its limits. */
export function lossInWords({ began, stoppedEarly, overall, outside }: GroupLoss): string | null {
  if (!outside || overall === null) return null;
  return `Losing people: ${stoppedEarly} of ${began} who began stopped within four weeks, outside its ${outside}% limit`;
}
