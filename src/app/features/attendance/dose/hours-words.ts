import type { Dose } from '#domain/attendance/dose.contract';
import type { ChartTable } from '../../../ui/chart/chart-table';
import { formatNumber } from '../../../ui/figure/format-rate';
import { HOURS_PARTS, placedMinutes, weeksKnown, weeksNotKnown } from './hours-placed';

export const inHours = (minutes: number): string => `${formatNumber(minutes / 60)} h`;

/**
 * What was recorded of what was prescribed, where every week's prescription is known: else the hours
 * of some weeks would stand against a prescription that lacks theirs, or the sessions of weeks that
 * are still being read would count as lost, and the question is asked.
 */
export function doseTitle(dose: Dose): string {
  const { prescribedMinutes, recordedMinutes, assumedMinutes, incomplete } = dose;
  if (prescribedMinutes === 0 || weeksNotKnown(dose) > 0 || incomplete) {
    return 'Do clients get the hours prescribed?';
  }
  const assumed = assumedMinutes > 0 ? `, ${inHours(assumedMinutes)} assumed` : '';
  return `Of ${inHours(prescribedMinutes)} prescribed, ${inHours(recordedMinutes)} were recorded${assumed}`;
}

/** 'Prescribed: 1,240 h.', then each part, as the keys walk them. */
export const hoursReadings = (dose: Dose): string[] => [
  `Prescribed: ${inHours(dose.prescribedMinutes)}, over ${formatNumber(weeksKnown(dose))} client-weeks.`,
  ...HOURS_PARTS.map(({ word, minutes }) => `${word}: ${inHours(minutes(dose))}.`),
];

export const hoursTable = (dose: Dose): ChartTable => ({
  head: ['Hours', 'Hours in all'],
  rows: [
    ['Prescribed', inHours(dose.prescribedMinutes)],
    ...HOURS_PARTS.map(({ word, minutes }) => [word, inHours(minutes(dose))]),
    ['All but prescribed', inHours(placedMinutes(dose))],
  ],
});

export function hoursSummary(dose: Dose): string {
  const parts = HOURS_PARTS.map(({ said, minutes }) => `${inHours(minutes(dose))} ${said}`);
  return `${inHours(dose.prescribedMinutes)} prescribed; ${parts.join(', ')}.`;
}

/** Why what became of hours need not add up to what was prescribed: said where it does not. */
export function differenceWords(dose: Dose): string {
  const unknown = weeksNotKnown(dose);
  const gap = dose.prescribedMinutes - placedMinutes(dose);
  const weeks =
    unknown > 0
      ? `Of ${formatNumber(unknown)} client-weeks the prescribed hours are not known; their sessions are in the bars below all the same.`
      : '';
  if (unknown > 0 || gap === 0) return weeks;
  return gap > 0
    ? `${inHours(gap)} more are prescribed than these come to: sessions not booked, on hold or cancelled without a reason are in none of them.`
    : `What became of sessions comes to ${inHours(-gap)} more than the plans prescribe.`;
}
