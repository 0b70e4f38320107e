import { weekOf } from './calendar-day.ts';
import { Draws } from './draws.ts';
import type { StaffMember } from './staff-member.ts';

const WEEKS_A_YEAR = 52;
const ANNOUNCED_LATE = 0.25;

export type Vacation = 'planned' | 'announced-late';

const known = new Map<number, Vacation | null>();
let knownSeed = -1;

/**
 * Whether somebody is away that day: a week in summer or winter, known before the week is booked,
 * or announced so late that what was booked has to be cancelled.
 */
export function vacation(seed: number, member: StaffMember, day: number): Vacation | null {
  if (seed !== knownSeed) {
    known.clear();
    knownSeed = seed;
  }
  const week = weekOf(day);
  const key = member.index * 4096 + week;
  let away = known.get(key);
  if (away === undefined) {
    away = inWeek(seed, member, week);
    known.set(key, away);
  }
  return away;
}

function inWeek(seed: number, member: StaffMember, week: number): Vacation | null {
  const year = Math.floor(week / WEEKS_A_YEAR);
  const draws = new Draws(seed, 'vacation', member.index, year);
  const away = [draws.whole(4, 22), draws.whole(28, 48)];
  if (!away.includes(week % WEEKS_A_YEAR)) return null;
  const late = new Draws(seed, 'announced', member.index, week).chance(ANNOUNCED_LATE);
  return late ? 'announced-late' : 'planned';
}
