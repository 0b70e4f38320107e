import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar-day';

/**
 * Whether an episode that was inferred from sessions still goes on, on a day: for so long after its
 * last contact. A recorded one has no last contact here: the source says when it ends. Dates compared
 * with dates, so that it may be asked before row level security is. `noContactDays`: by the rules of
 * that day.
 */
export const hasContact = (
  lastContactOn: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
  noContactDays: RawBuilder<unknown>,
) => sql`(${lastContactOn} IS NULL OR ${lastContactOn} > ${day} - ${noContactDays}::int)`;

/** The same of an episode that was read. */
export const hadContact = (lastContactOn: Day | null, day: Day, noContactDays: number): boolean =>
  lastContactOn === null || lastContactOn > addDays(day, -noContactDays);
