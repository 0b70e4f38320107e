import { type Discharge, isLive } from '../aftercare/discharge.ts';
import { daysBetween } from '../calendar/calendar-day.ts';
import { type AfterDischarge, type DischargeMeasure, isOver } from './after-discharge.ts';

/** From the day of discharge on, so many days of medication are looked at. */
export const MEDICATION_DAYS = 30;

const OF_MEDICATION = {
  denominator: `Live discharges more than ${MEDICATION_DAYS} days ago of clients with opioid or alcohol use disorder and medication for it in the ${MEDICATION_DAYS} days before`,
  leftOut: `Discharged within the last ${MEDICATION_DAYS} days; who was taken off the medication has no gap`,
  unit: 'share',
  countedIn: 'discharges',
  direction: 'higher',
  interval: 'wilson',
  isOfDischarges: true,
} as const;

export const MEDICATION_UNINTERRUPTED: DischargeMeasure = {
  ...OF_MEDICATION,
  id: 'medication-uninterrupted',
  name: 'Medication without a gap',
  sentence: `Of discharges with medication for opioid or alcohol use disorder, those with every day covered in the ${MEDICATION_DAYS} days after.`,
  numerator: 'No day after discharge without a supply while it is prescribed',
  standard: 'Program default: any day not covered',
  subject: { words: 'Medication without a gap', plural: false },
  formula: (discharge) => bridged(discharge, 0),
};

export const MEDICATION_GAP_WEEK: DischargeMeasure = {
  ...OF_MEDICATION,
  id: 'medication-gap-seven',
  name: 'Medication gap of 7 days or less',
  sentence: `Of discharges with medication for opioid or alcohol use disorder, those whose longest gap in the ${MEDICATION_DAYS} days after was 7 days or less.`,
  numerator:
    'No run of more than 7 days without a supply while it is prescribed; none at all counts',
  standard: 'Report measure only: in care, any day not covered is late',
  subject: { words: 'Medication gaps of 7 days or less', plural: true },
  formula: (discharge) => bridged(discharge, 7),
};

function bridged(discharge: Discharge, longest: number): AfterDischarge {
  if (!isLive(discharge) || discharge.gaps === null) return 'not-of-it';
  if (!isOver(discharge, MEDICATION_DAYS)) return 'too-soon';
  return discharge.gaps.some(({ from, to }) => daysBetween(from, to) + 1 > longest) ? 'no' : 'yes';
}
