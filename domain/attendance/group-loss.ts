import { addDays, type Day } from '../calendar/calendar-day.ts';
import { funnelOf } from '../statistics/funnel.ts';
import type { GroupLoss } from './therapy-group.contract.ts';

/** A client's way through a group: days of the first and last booking, those to come included. */
export interface Stay {
  since: Day;
  until: Day;
  /** Goes on in another group: moved, not lost. */
  moved: boolean;
}

/** Who stops within this many days of beginning stopped early (program default: four weeks). */
export const EARLY_DAYS = 28;
/** Without a booking for so long before, and none to come, a client has stopped (program default). */
export const STOPPED_AFTER_DAYS = 14;
/** Who began within the last half year. */
const LOOKED_AT_DAYS = 182;

/** Whether a client has no place in the group any more. */
export const hasStopped = ({ until }: Pick<Stay, 'until'>, today: Day): boolean =>
  until < addDays(today, -STOPPED_AFTER_DAYS);

/**
 * Whether groups lose more of those who begin than chance explains: of the clients who began in the
 * last half year, long enough ago to tell, those who stopped within four weeks and are in no other
 * group, against funnel limits around all groups together (Spiegelhalter 2005).
 *
 * Takes each group's stays and the day of the figure; returns one result a group, in their order.
 */
export function groupLosses(groups: readonly (readonly Stay[])[], today: Day): GroupLoss[] {
  const from = addDays(today, -LOOKED_AT_DAYS);
  const to = addDays(today, -EARLY_DAYS - STOPPED_AFTER_DAYS);
  const counts = groups.map((stays) => {
    const began = stays.filter(({ since, moved }) => from <= since && since <= to && !moved);
    const stopped = began.filter((stay) => hasStopped(stay, today) && isEarly(stay));
    return { counted: stopped.length, of: began.length };
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

const isEarly = ({ since, until }: Stay): boolean => until < addDays(since, EARLY_DAYS);

/** The finding as a title; `null` where the group is within its limits. */
export function lossInWords({ began, stoppedEarly, overall, outside }: GroupLoss): string | null {
  if (!outside || overall === null) return null;
  return `Losing people: ${stoppedEarly} of ${began} who began stopped within four weeks, outside its ${outside}% limit`;
}
