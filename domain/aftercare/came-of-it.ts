/**
 * What came of the first appointment in the 30 days after a discharge: kept; booked and not kept;
 * none; nobody told; the days are not over; or nothing could come of it.
 */
export const CAME_OF_IT = ['kept', 'booked', 'none', 'not-known', 'too-soon', 'died'] as const;
export type CameOfIt = (typeof CAME_OF_IT)[number];
