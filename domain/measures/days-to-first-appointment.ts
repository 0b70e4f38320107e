import { type Discharge, firstAppointment, isLive } from '../aftercare/discharge.ts';
import { daysBetween } from '../calendar/calendar-day.ts';
import { isOver } from './after-discharge.ts';
import type { FormulaMeasure } from './measure.ts';

/** As long as linkage is followed: until then a date may still be given. */
const LOOKED_AT_DAYS = 30;

/** `null`: no date; `not-known`: booked, and nothing says for when; `not-of-it`: not looked at. */
export type DaysToFirst = number | null | 'not-known' | 'not-of-it';

export const DAYS_TO_FIRST_APPOINTMENT: FormulaMeasure<typeof daysToFirst> & {
  isOfDischarges: true;
} = {
  id: 'days-to-first-appointment',
  name: 'Days to first appointment',
  sentence:
    'Days from discharge to the first appointment at the next level of care, kept or else booked; of several clients the middle one.',
  numerator: 'Days from discharge to the first that was kept, else to the first that was booked',
  denominator: 'Live discharges more than 30 days ago with a date; the middle of them is the value',
  leftOut: 'Live discharges without a date, counted beside',
  unit: 'days',
  countedIn: 'days',
  direction: 'lower',
  standard: 'Program default: calendar days of the site',
  interval: 'none',
  subject: { words: 'Days to the first appointment', plural: true },
  isOfDischarges: true,
  formula: daysToFirst,
};

function daysToFirst(discharge: Discharge): DaysToFirst {
  if (!isLive(discharge) || !isOver(discharge, LOOKED_AT_DAYS)) return 'not-of-it';
  const { keptOn, bookedFor, dayNotKnown } = firstAppointment(discharge);
  const on = keptOn ?? bookedFor;
  if (on === null) return dayNotKnown ? 'not-known' : null;
  // Whoever was there before leaving waited for nothing.
  return Math.max(0, daysBetween(discharge.endedOn, on));
}
