import type { ValuesByName } from '../../compared-values.ts';
import { levelOf } from '../episode-values.ts';
import { addDays, daysBetween } from '../site-calendar.ts';
import { type Left, leftIn } from '../tallied/discharge-tallies.ts';
import type { TalliedFacts } from '../tallied/tally.ts';

/** How many of those who left went each way: from which level, for what reason, where to, and what came of it. */
export const flowValues = (facts: TalliedFacts): ValuesByName =>
  new Map(
    [...Map.groupBy(leftIn(facts), wayOf)].map(([way, { length }]) => [
      way,
      { discharges: length },
    ]),
  );

function wayOf(left: Left): string {
  const level = levelOf(left.episode).level ?? 'unknown';
  const referred = left.referred ? 'referred' : 'not referred';
  return [level, left.reason ?? 0, left.to ?? 'nowhere', referred, cameOfIt(left)].join(', ');
}

/** Of the thirty days after. */
function cameOfIt({ ended, there, reason, keptOn, bookedFor, untold, undated }: Left): string {
  const last = addDays(ended, 30);
  const within = (day: string | undefined) => day !== undefined && day <= last;
  if (reason === 6) return 'died';
  if (daysBetween(ended, there) <= 30) return 'too-soon';
  if (within(keptOn)) return 'kept';
  if (untold.some(within)) return 'not-known';
  if (within(bookedFor)) return 'booked';
  return undated ? 'not-known' : 'none';
}
