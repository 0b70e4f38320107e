import { type Discharge, firstAppointment } from '../aftercare/discharge.ts';
import { type AfterDischarge, type DischargeMeasure, isOneOf } from './after-discharge.ts';

export const BOOKED_BEFORE_DISCHARGE: DischargeMeasure = {
  id: 'booked-before-discharge',
  name: 'Booked before discharge',
  sentence:
    'Of planned discharges, those who left with a date for a first appointment at the next level of care.',
  numerator: 'The date was given on or before the day of discharge',
  denominator: 'Planned discharges: completed or transferred',
  leftOut: 'None; a date of which nothing says when it was given is not recorded',
  unit: 'share',
  countedIn: 'discharges',
  direction: 'higher',
  standard: 'Program default: no standard of its own',
  interval: 'wilson',
  subject: { words: 'Dates given before discharge', plural: true },
  isOfDischarges: true,
  formula: bookedBefore,
};

function bookedBefore(discharge: Discharge): AfterDischarge {
  const isPlanned = isOneOf('planned', discharge, () => false);
  if (isPlanned === false) return 'not-of-it';
  if (isPlanned === null) return 'not-known';
  const { bookedFor, bookedOn, dayNotKnown } = firstAppointment(discharge);
  if (bookedFor === null) return dayNotKnown ? 'not-known' : 'no';
  // Whoever was there before leaving had a date.
  if (bookedFor <= discharge.endedOn) return 'yes';
  if (bookedOn === null) return 'not-known';
  return bookedOn <= discharge.endedOn ? 'yes' : 'no';
}
