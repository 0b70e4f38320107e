import { dayInWords } from '../calendar/day-in-words.ts';

/** What is known of the outreach to a client after what they missed; milliseconds. */
export interface OutreachSoFar {
  lastTwoWayAt: number | null;
  lastMissAt: number;
  /** Since the last two-way contact. */
  attempts: number;
  lastAttemptAt: number | null;
  notReached: boolean;
}

/** What was done after a miss, as it stands beside it: 'not reached, 3 tries', 'tried Tue 17 Nov'. */
export function outreachInWords(
  { lastTwoWayAt, lastMissAt, attempts, lastAttemptAt, notReached }: OutreachSoFar,
  timeZone: string,
  now: number,
): string {
  if (lastTwoWayAt !== null && lastTwoWayAt > lastMissAt)
    return `reached ${dayInWords(lastTwoWayAt, timeZone, now)}`;
  if (notReached) return `not reached, ${attempts} tries`;
  if (lastAttemptAt !== null && lastAttemptAt > lastMissAt)
    return `tried ${dayInWords(lastAttemptAt, timeZone, now)}`;
  return 'no outreach logged';
}
