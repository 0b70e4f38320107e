import { type Discharge, isLive } from '../aftercare/discharge.ts';
import { addDays } from '../calendar/calendar-day.ts';
import { type AfterDischarge, type DischargeMeasure, isOver } from './after-discharge.ts';

export const READMISSION_DAYS = [30, 90, 180] as const;
export type ReadmissionDays = (typeof READMISSION_DAYS)[number];

export const readmissionId = (days: ReadmissionDays): string => `readmission-${days}`;

export const READMISSION: readonly DischargeMeasure[] = READMISSION_DAYS.map((days) => ({
  id: readmissionId(days),
  name: `Readmission within ${days} days`,
  sentence: `Of live discharges, those followed by a new admission at the same or a higher level of care within ${days} days.`,
  numerator: `An admission here from the day after discharge to day ${days}, at the same or a higher level; on the day itself treatment goes on`,
  denominator: `Live discharges more than ${days} days ago: followed in full`,
  leftOut: `Discharged within the last ${days} days; admissions elsewhere nobody tells us of`,
  unit: 'share',
  countedIn: 'discharges',
  direction: 'lower',
  standard: 'New admission at the same or a higher level after discharge, with full follow-up',
  interval: 'wilson',
  subject: { words: `Readmissions within ${days} days`, plural: true },
  isOfDischarges: true,
  formula: (discharge) => readmitted(discharge, days),
}));

function readmitted(discharge: Discharge, days: number): AfterDischarge {
  if (!isLive(discharge)) return 'not-of-it';
  if (!isOver(discharge, days)) return 'too-soon';
  const { endedOn, level, admissions } = discharge;
  const until = addDays(endedOn, days);
  const back = admissions.filter(({ on }) => endedOn < on && on <= until);
  const isSo = back.map((again) => isAsHigh(again.level, level));
  if (isSo.includes(true)) return 'yes';
  return isSo.includes(null) ? 'not-known' : 'no';
}

/** Levels of both editions go up with their number; `null` where one of them is not known. */
function isAsHigh(level: string | null, before: string | null): boolean | null {
  const [now, then] = [Number(level ?? Number.NaN), Number(before ?? Number.NaN)];
  return Number.isNaN(now) || Number.isNaN(then) ? null : now >= then;
}
