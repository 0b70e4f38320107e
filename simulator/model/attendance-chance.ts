import { weekOf, weekday } from './calendar-day.ts';
import { Draws } from './draws.ts';
import type { Clinic } from './clinic.ts';
import { driftsAway } from './course.ts';
import { groupOn, type Placement } from './placement.ts';
import type { BookedSession } from './session.ts';

const MEAN = 0.82;
const SPREAD = 0.15;
const SITE_EFFECT = [0.1, 0, -0.1];
const GROUP_SPREAD = 0.1;
const GROUP_WEEK_SPREAD = 0.2;
const WEEKDAY_EFFECT = [-0.15, 0.1, 0.1, 0, -0.3, 0, 0];
const EVENING_EFFECT = -0.15;
const FIRST_WEEKS_EFFECT = -0.2;
const DISENGAGING_EFFECT = -2.2;
const DISENGAGING_DAYS = 12;

/** How likely the client comes to this session: the person first, then the circumstances. */
export function attendanceChance(
  { seed, scenario }: Clinic,
  placement: Placement,
  booked: BookedSession,
): number {
  const { client, step, endDay } = placement;
  const person = MEAN + SPREAD * new Draws(seed, 'propensity', client).normal();
  const steadiness = Math.min(0.97, Math.max(0.25, person));
  let odds = Math.log(steadiness / (1 - steadiness));
  if (!scenario.alike) odds += circumstances(seed, placement, booked);
  const disengaging = Math.min(DISENGAGING_DAYS, step.stayDays * 0.4);
  if (driftsAway(step.reason) && booked.day > endDay - disengaging) odds += DISENGAGING_EFFECT;
  return 1 / (1 + Math.exp(-odds));
}

/** Weekday, hour, time in treatment, site and group; a group has better and worse weeks. */
function circumstances(seed: number, placement: Placement, { day, kind }: BookedSession): number {
  const { startDay } = placement;
  const group = groupOn(placement, day);
  let odds = WEEKDAY_EFFECT[weekday(day)] + SITE_EFFECT[group.unit.site.index];
  if (group.unit.track === 'evening') odds += EVENING_EFFECT;
  if (day - startDay < 14) odds += FIRST_WEEKS_EFFECT;
  if (kind !== 'group') return odds;
  odds += GROUP_SPREAD * new Draws(seed, 'cohesion', group.index).normal();
  return odds + GROUP_WEEK_SPREAD * new Draws(seed, 'mood', group.index, weekOf(day)).normal();
}
