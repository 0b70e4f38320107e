import type { SessionList, SessionListQuery } from '#domain/attendance/session-list.contract';
import { addDays } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { todayEverywhere } from '../measures/calendar.queries.ts';
import { scopeInWords } from '../measures/scope-in-words.queries.ts';
import { findSessions } from './session-list.queries.ts';

/** Two weeks and a day: what nobody recorded is to be found while it is still remembered. */
const DAYS_LISTED = 14;

/** The sessions asked for, a page of them unless more are wanted. */
export async function sessionList(
  scoped: Scoped,
  reader: Reader,
  { concern, after, ...asked }: SessionListQuery,
  asOf: Date,
  most?: number,
): Promise<SessionList> {
  const today = await todayEverywhere(scoped, reader.organizationId, asOf);
  const to = asked.to ?? addDays(today, 1);
  const scope = { ...asked, from: asked.from ?? addDays(to, -DAYS_LISTED), to };
  const page = { concern, after, ...(most && { most }) };
  const found = await findSessions(scoped, reader, scope, page, asOf);
  return {
    asOf: asOf.toISOString(),
    from: scope.from,
    to,
    scope: await scopeInWords(scoped, reader, asked),
    ...found,
  };
}
