const DAY_MS = 86_400_000;

/**
 * Whole days from when something happened to the last change of its records, where that came later than
 * they were first known and more than 24 hours after it happened; else `null`. All in milliseconds.
 */
export function revisedBy(
  happenedAt: number,
  knownAt: number | null,
  revisedAt: number | null,
  readSince: number | null,
): number | null {
  if (knownAt === null || revisedAt === null || revisedAt <= knownAt) return null;
  return lateBy(happenedAt, revisedAt, readSince);
}

/**
 * Whole days from when something happened to when it was first known here, from 24 hours on; else `null`.
 * All in milliseconds. `readSince`: what happened before anything was read here came all at once, and
 * nobody can say when it was written down.
 */
export function lateBy(
  happenedAt: number,
  knownAt: number | null,
  readSince: number | null,
): number | null {
  if (knownAt === null || readSince === null || happenedAt < readSince) return null;
  const days = Math.floor((knownAt - happenedAt) / DAY_MS);
  return days >= 1 && knownAt - happenedAt > DAY_MS ? days : null;
}
