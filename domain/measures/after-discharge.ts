import type { Discharge } from '../aftercare/discharge.ts';
import { isLive, isPlanned } from '../aftercare/discharge.ts';
import { daysBetween } from '../calendar/calendar-day.ts';
import type { FormulaMeasure } from './measure.ts';

/**
 * How a discharge counts in a rate: it is one or it is not; its days are not over yet; nobody recorded
 * what decides it; or the rate is not of such discharges at all.
 */
export type AfterDischarge = 'yes' | 'no' | 'too-soon' | 'not-known' | 'not-of-it';

/** A rate over discharges, each counted once under the day of it. */
export interface DischargeMeasure extends FormulaMeasure<(discharge: Discharge) => AfterDischarge> {
  isOfDischarges: true;
}

/** Which discharges a rate is of. */
export type Discharges = 'referred' | 'planned' | 'live';

export const DISCHARGES_IN_WORDS: Record<Discharges, string> = {
  referred: 'planned discharges with a referral',
  planned: 'planned discharges',
  live: 'live discharges',
};

/** `null` where nobody recorded why treatment ended, on which it depends. */
export function isOneOf(
  of: Discharges,
  discharge: Discharge,
  isReferred: () => boolean,
): boolean | null {
  if (of === 'live') return isLive(discharge);
  if (of === 'referred' && !isReferred()) return false;
  return isPlanned(discharge);
}

/** Whether so many days after the discharge are over. */
export const isOver = ({ endedOn, today }: Discharge, days: number): boolean =>
  daysBetween(endedOn, today) > days;
