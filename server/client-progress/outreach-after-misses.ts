import { sql } from 'kysely';
import { type AttendanceStatus, isAttended, isMissed } from '#domain/attendance/attendance-status';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';
import { followedBy, type LoggedAfter } from '#domain/outreach/followed-by';
import type { Scoped } from '../database/database.ts';
import { standingContacts } from '../outreach/standing-contacts.ts';

/** Each missed session with what followed it. */
export async function outreachAfterMisses<Session extends Omit<ClientSession, 'outreach'>>(
  scoped: Scoped,
  clientId: string,
  sessions: readonly Session[],
  asOf: Date,
): Promise<(Session & Pick<ClientSession, 'outreach'>)[]> {
  const { rows } = await sql<Omit<LoggedAfter, 'at'> & { at: string }>`
    SELECT c.at, c.mode, c.result, c.barrier FROM ${standingContacts('c')}
     WHERE c.client_id = ${clientId} AND c.at <= ${asOf.toISOString()}::timestamptz`.execute(
    scoped,
  );
  const contacts = rows.map((row) => ({ ...row, at: Date.parse(row.at) }));
  const returns = sessions
    .filter(({ status }) => isAttended(status as AttendanceStatus))
    .map(({ startsAt }) => Date.parse(startsAt))
    .sort((a, b) => a - b);
  return sessions.map((session) => {
    if (!isMissed(session.status as AttendanceStatus)) return { ...session, outreach: null };
    const missedAt = Date.parse(session.startsAt);
    const backAt = returns.find((at) => at > missedAt) ?? null;
    const { at, ...found } = followedBy(missedAt, backAt, contacts);
    const outreach = { ...found, at: at === null ? null : new Date(at).toISOString() };
    return { ...session, outreach };
  });
}
