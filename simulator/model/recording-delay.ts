import { HOUR_MS, MINUTE_MS } from './calendar-day.ts';
import type { Clinic } from './clinic.ts';
import { Draws } from './draws.ts';
import { groupOn, type Placement } from './placement.ts';
import type { BookedSession } from './session.ts';

const ROSTER_NEVER_TAKEN = 0.012;

/** How long after its end a session is recorded: a group's whole roster at once. */
export function recordingDelay(
  { seed, scenario }: Clinic,
  placement: Placement,
  booked: BookedSession,
  own: Draws,
): { delay: number; never: boolean } {
  const group = groupOn(placement, booked.day);
  const draws = booked.kind === 'group' ? new Draws(seed, 'roster', group.index, booked.day) : own;
  const { unrecorded } = scenario;
  const stopped =
    unrecorded?.site === group.unit.site.index && booked.day >= unrecorded.fromDay
      ? unrecorded.share
      : 0;
  const never = draws.chance(Math.max(ROSTER_NEVER_TAKEN, stopped));
  const kind = draws.next();
  let delay = draws.between(3, 45) * MINUTE_MS;
  if (kind > 0.6) delay = draws.between(1, 6) * HOUR_MS;
  if (kind > 0.9) delay = draws.between(14, 22) * HOUR_MS;
  if (kind > 0.985) delay = draws.between(26, 90) * HOUR_MS;
  return { delay: delay + own.between(0, 90_000), never };
}
