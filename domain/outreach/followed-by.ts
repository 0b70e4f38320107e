import { type ContactAttempt, isTwoWay } from './contact-attempt.ts';

export interface LoggedAfter extends ContactAttempt {
  barrier: string | null;
}

/** What became of a client after one miss; `at` in milliseconds, of the talk, else of the first attempt. */
export interface FollowedBy {
  result: 'reached' | 'attempted' | 'none';
  at: number | null;
  barrier: string | null;
}

/**
 * Whether somebody spoke with the client after a miss and before they came back, tried to, or neither is
 * recorded; and the barrier that was named. `backAt`: the next session attended, `null` where there is none.
 */
export function followedBy(
  missedAt: number,
  backAt: number | null,
  contacts: readonly LoggedAfter[],
): FollowedBy {
  const after = contacts
    .filter(({ at }) => at >= missedAt && (backAt === null || at < backAt))
    .toSorted((a, b) => a.at - b.at);
  const reached = after.find(isTwoWay);
  const told = reached ?? after[0];
  return {
    result: reached ? 'reached' : told ? 'attempted' : 'none',
    at: told?.at ?? null,
    barrier: after.find(({ barrier }) => barrier !== null)?.barrier ?? null,
  };
}
