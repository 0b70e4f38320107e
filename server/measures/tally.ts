import type { Day } from '#domain/calendar/calendar-day';
import type { Counted } from '#domain/measures/measure';
import type { Split } from '#domain/measures/measures.contract';

/** By what tallies can be told apart: what an episode, or a group, has of its own. */
export const TALLY_SPLITS = ['site', 'program', 'track', 'level'] as const satisfies Split[];
export type TallySplit = (typeof TALLY_SPLITS)[number];

/** What is counted once: an episode, a client's week or day, a group's week. */
export interface Tally {
  /** Under this day it stands in a series. */
  day: Day;
  /** The first day after it. */
  until: Day;
  clientId: string | null;
  /** Of a group, where it is no client's. */
  group: string | null;
  /** Which one, where a client may have several at once. */
  which?: string;
  counted: Counted;
  /** By the keys of `splitParts`; '' stands for 'not known'. */
  parts: Record<TallySplit, string>;
  /** The source's records that it was counted from. */
  recordIds: readonly string[];
}

/** One of these, or one left out. */
export const once = (
  numerator: number,
  { of = 1, excluded = 0, unrecorded = 0, assumedMinutes = 0 } = {},
): Counted => ({
  numerator,
  denominator: of,
  excluded,
  unrecorded,
  past: of + excluded + unrecorded,
  assumedMinutes,
});

export const LEFT_OUT: Counted = once(0, { of: 0, excluded: 1 });
