import { type Discharge, firstAppointment } from '../aftercare/discharge.ts';
import { addDays } from '../calendar/calendar-day.ts';
import {
  type AfterDischarge,
  type DischargeMeasure,
  type Discharges,
  DISCHARGES_IN_WORDS,
  isOneOf,
  isOver,
} from './after-discharge.ts';

export const LINKAGE_DAYS = [7, 14, 30] as const;
export type LinkageDays = (typeof LINKAGE_DAYS)[number];
export type LinkageStep = 'booked' | 'kept';

const NUMERATOR: Record<LinkageStep, (days: number) => string> = {
  booked: (days) =>
    `An appointment at the next level of care on or before day ${days} that was not called off, missed ones included`,
  kept: (days) => `A first appointment at the next level of care kept on or before day ${days}`,
};

/** Whether a first appointment came within some days of discharge: booked, and kept. */
function linkage(step: LinkageStep, days: LinkageDays, of: Discharges): DischargeMeasure {
  const whose = DISCHARGES_IN_WORDS[of];
  const named = of === 'referred' ? '' : `, all ${whose}`;
  return {
    id: linkageId(step, days, of),
    name: `First appointment ${step} within ${days} days${named}`,
    sentence: `Of ${whose}, those with a first appointment at the next level of care ${step} within ${days} days.`,
    numerator: NUMERATOR[step](days),
    denominator: `${sentenceCase(whose)} more than ${days} days ago${of === 'live' ? ', whyever treatment ended, also where nobody recorded why' : ''}`,
    leftOut: `Discharged within the last ${days} days; who died is in neither`,
    unit: 'share',
    countedIn: 'discharges',
    direction: 'higher',
    standard:
      'Linkage at the next level of care, 7 and 14 days (Washington Circle; HEDIS FUI 7 and 30)',
    interval: 'wilson',
    subject: { words: `First appointments ${step} within ${days} days`, plural: true },
    isOfDischarges: true,
    formula: (discharge) => linked(step, days, of, discharge),
  };
}

export const linkageId = (step: LinkageStep, days: LinkageDays, of: Discharges): string =>
  `linkage-${step}-${days}-${of}`;

export const LINKAGE: readonly DischargeMeasure[] = (
  ['referred', 'planned', 'live'] as const
).flatMap((of) =>
  (['booked', 'kept'] as const).flatMap((step) =>
    LINKAGE_DAYS.map((days) => linkage(step, days, of)),
  ),
);

function linked(
  step: LinkageStep,
  days: number,
  of: Discharges,
  discharge: Discharge,
): AfterDischarge {
  const first = firstAppointment(discharge);
  const isOfIt = isOneOf(of, discharge, () => first.isReferred);
  if (isOfIt === false) return 'not-of-it';
  if (!isOver(discharge, days)) return 'too-soon';
  if (isOfIt === null) return 'not-known';
  const until = addDays(discharge.endedOn, days);
  const on = step === 'kept' ? first.keptOn : first.bookedFor;
  if (on !== null && on <= until) return 'yes';
  const isUntold = step === 'kept' ? first.untoldOn.some((day) => day <= until) : first.dayNotKnown;
  return isUntold ? 'not-known' : 'no';
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
