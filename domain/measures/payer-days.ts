import type { Day } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { FormulaMeasure } from './measure.ts';

export const PAYER_DAYS: FormulaMeasure<typeof payerDays> = {
  id: 'payer-days',
  name: 'Payer days',
  sentence:
    'Days on which the client was present, with {payerDayMinutes} recorded or more, or what the client’s payer asks.',
  numerator:
    'Days with {payerDayMinutes} recorded or more, or what the client’s payer on that day asks, all sessions of the day together',
  denominator: 'Days on which the client was present at all; the figure is the count',
  leftOut: 'Assumed minutes: a payer’s minimum is met by what is recorded alone',
  unit: 'days',
  countedIn: 'days',
  direction: 'higher',
  standard: 'HCPCS H0015: at least 3 hours a day; a payer’s contract may ask otherwise',
  interval: 'none',
  subject: { words: 'Payer days', plural: true },
  formula: payerDays,
};

/** Presence on a day of the site's calendar; minutes are `null` where nobody recorded them. */
interface PresentOn {
  day: Day;
  recordedMinutes: number | null;
}

function payerDays(
  presences: readonly PresentOn[],
  rulesOn: (day: Day) => Pick<ProgramDefaults, 'payerDayMinutes'>,
): number {
  const minutes = new Map<Day, number>();
  for (const { day, recordedMinutes } of presences) {
    minutes.set(day, (minutes.get(day) ?? 0) + (recordedMinutes ?? 0));
  }
  return [...minutes].filter(([day, ofDay]) => ofDay >= rulesOn(day).payerDayMinutes).length;
}
