import { addDays, type Day } from '../calendar/calendar-day.ts';

export interface StayAtLevel {
  id: string;
  admittedOn: Day;
  endedOn: Day | null;
  level: { code: string; edition: string | null } | null;
}

/** An episode that begins this soon after another ended goes on with the same treatment. */
const DAYS_BETWEEN = 7;

/**
 * The levels of care of one treatment, in order: those of the episode and of every one before it that
 * ended as the next began. An episode without a level adds none.
 */
export function levelsOf(
  stays: readonly StayAtLevel[],
  episodeId: string,
): { code: string; edition: string | null; from: Day }[] {
  const chain: StayAtLevel[] = [];
  let next = stays.find(({ id }) => id === episodeId);
  while (next) {
    chain.unshift(next);
    next = before(stays, next);
  }
  return chain.flatMap(({ level, admittedOn }, index) =>
    level && level.code !== chain[index - 1]?.level?.code ? [{ ...level, from: admittedOn }] : [],
  );
}

const before = (
  stays: readonly StayAtLevel[],
  { id, admittedOn }: StayAtLevel,
): StayAtLevel | undefined =>
  stays.find(
    (stay) =>
      stay.id !== id &&
      stay.admittedOn < admittedOn &&
      stay.endedOn !== null &&
      stay.endedOn >= addDays(admittedOn, -DAYS_BETWEEN) &&
      stay.endedOn <= addDays(admittedOn, 1),
  );
