import { weekOf } from './calendar-day.ts';
import { Draws } from './draws.ts';
import type { StaffMember } from './staff-member.ts';

const WEEKS_A_YEAR = 52;
const ANNOUNCED_LATE = 0.25;

export type Vacation = 'planned' | 'announced-late';

/**
 * Whether somebody is away that day: a week in summer or winter, known before the week is booked,
 * or announced so late that what was booked has to be cancelled.
 */
export function vacation(seed: number, member: StaffMember, day: number): Vacation | null {
  const week = weekOf(day);
  const year = Math.floor(week / WEEKS_A_YEAR);
  const draws = new Draws(seed, 'vacation', member.index, year);
  const away = [draws.whole(4, 22), draws.whole(28, 48)];
  const which = away.indexOf(week % WEEKS_A_YEAR);
  if (which === -1) return null;
  return new Draws(seed, 'announced', member.index, week).chance(ANNOUNCED_LATE)
    ? 'announced-late'
    : 'planned';
}
