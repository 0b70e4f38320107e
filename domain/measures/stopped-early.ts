import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { DischargeReason } from '../episode/discharge-reason.ts';
import type { FormulaMeasure } from './measure.ts';

/** The first of the days at which retention is looked at: 30, 60, 90. */
export const EARLY_STOP_DAYS = 30;

export const STOPPED_EARLY: FormulaMeasure<typeof howItBegan> = {
  id: 'stopped-early',
  name: 'Stopped within 30 days',
  sentence:
    'Admissions after which treatment ended within 30 days, not known as completed or transferred.',
  numerator:
    'Ended within 30 days: dropped out, terminated by the facility, incarcerated, other, or nobody recorded why, which is said apart',
  denominator:
    'Admissions at least 30 days ago, those completed or transferred within 30 days included',
  leftOut: 'Admitted less than 30 days ago; died within 30 days',
  unit: 'share',
  countedIn: 'clients',
  direction: 'lower',
  standard:
    'Retention at 30 days: completion and transfer end treatment as planned (TEDS-D REASON 1, 4)',
  interval: 'wilson',
  subject: { words: 'Stopping within 30 days', plural: false },
  formula: howItBegan,
};

export type Beginning = 'too-soon' | 'stayed' | 'as-planned' | 'stopped' | 'died' | 'not-known';

/**
 * How the first 30 days after an admission went, as at a day. Days of the site's calendar; `endedOn`
 * is the first day after the episode, `reason` why it ended (TEDS-D REASON), `null` where nobody says.
 */
function howItBegan(
  admittedOn: Day,
  endedOn: Day | null,
  reason: DischargeReason | null,
  today: Day,
): Beginning {
  // Until then it is open who will have stayed; who has left already would else seem to be many.
  if (daysBetween(admittedOn, today) < EARLY_STOP_DAYS) return 'too-soon';
  if (endedOn === null || daysBetween(admittedOn, endedOn) >= EARLY_STOP_DAYS) return 'stayed';
  if (reason === null) return 'not-known';
  if (reason === 6) return 'died';
  return reason === 1 || reason === 4 ? 'as-planned' : 'stopped';
}
