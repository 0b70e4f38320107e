import { consecutiveMisses } from '../attendance/attendance-counts.ts';
import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { FormulaMeasure } from './measure.ts';

export const CONSECUTIVE_MISSES: FormulaMeasure<typeof consecutiveMisses> = {
  id: 'consecutive-misses',
  name: 'Misses in a row',
  sentence:
    'Sessions missed since the client last attended one, excused ones not counted; of several clients, the middle one.',
  numerator:
    'No-show and late cancel since the last session attended, within the episode; of several clients, how many missed two or more',
  denominator: 'Of one client none, it is a count; of several, all in care',
  leftOut: 'Excused neither adds nor ends the run; what counts in no rate is skipped',
  unit: 'sessions',
  countedIn: 'sessions',
  direction: 'lower',
  standard: 'Program default: trailing run of unexcused misses',
  isOfTheMoment: true,
  interval: 'none',
  subject: { words: 'Misses in a row', plural: true },
  formula: consecutiveMisses,
};

export const DAYS_SINCE_SEEN: FormulaMeasure<typeof daysSinceSeen> = {
  id: 'days-since-seen',
  name: 'Days since last seen',
  sentence:
    'Calendar days since the client last attended a session, since admission if never; of several clients, the middle one.',
  numerator:
    'Days from the last session attended, a walk-in included, to the date of the figure; of several clients, how many were not seen for seven days or more',
  denominator: 'Of one client none, it is a count; of several, all in care',
  leftOut: 'Calls, messages and attempts to reach the client: they are no attendance',
  unit: 'days',
  countedIn: 'days',
  direction: 'lower',
  standard: 'Program default: calendar days of the site',
  isOfTheMoment: true,
  interval: 'none',
  subject: { words: 'Days since last seen', plural: true },
  formula: daysSinceSeen,
};

/** All days lie on the site's calendar; `seenOn` is `null` for a client who never attended. */
function daysSinceSeen(seenOn: Day | null, admittedOn: Day, today: Day): number {
  return daysBetween(seenOn ?? admittedOn, today);
}
