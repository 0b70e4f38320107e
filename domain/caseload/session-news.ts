import { type AttendanceStatus, isAttended, isMissed } from '../attendance/attendance-status.ts';
import type { NewsKind } from './brief.contract.ts';

/** A session of one client, with when what became of it was known. */
export interface NewsSession {
  status: AttendanceStatus;
  startsAt: number;
  endsAt: number;
  /** When somebody first recorded an outcome; `null` while nobody has. */
  recordedAt: number | null;
  /** When it was cancelled, where that is known. */
  cancelledAt: number | null;
}

export type SessionNewsKind = Extract<NewsKind, 'missed' | 'back' | 'cancelled' | 'recorded-late'>;

/**
 * What is new of one client's sessions between two moments, in order of start. A session is of the time
 * since if it ended in it; of one that had ended before, news is only that it was recorded after all.
 */
export function sessionNews(
  sessions: readonly NewsSession[],
  since: number,
  asOf: number,
): { kind: SessionNewsKind; session: NewsSession }[] {
  const inOrder = sessions.toSorted((a, b) => a.startsAt - b.startsAt);
  return inOrder.flatMap((session) => {
    const before = inOrder.filter(({ startsAt }) => startsAt < session.startsAt);
    const kind = kindOf(session, before, since, asOf);
    return kind ? [{ kind, session }] : [];
  });
}

function kindOf(
  session: NewsSession,
  before: readonly NewsSession[],
  since: number,
  asOf: number,
): SessionNewsKind | null {
  const { status, startsAt, endsAt, recordedAt, cancelledAt } = session;
  const isSince = startsAt <= asOf && endsAt > since;
  const within = (at: number | null) => at !== null && at > since && at <= asOf;
  if (isCancellation(status) || (isMissed(status) && startsAt > asOf)) {
    return (cancelledAt === null ? isSince : within(cancelledAt)) ? 'cancelled' : null;
  }
  if (isSince && isMissed(status)) return 'missed';
  if (isSince && isAttended(status)) return missedLast(before) ? 'back' : null;
  const wasOver = endsAt <= since;
  return wasOver && within(recordedAt) && (isMissed(status) || isAttended(status))
    ? 'recorded-late'
    : null;
}

/** Known ahead of the session: nobody was expected any more. */
const isCancellation = (status: AttendanceStatus): boolean =>
  status === 'excused' || status === 'program-cancelled' || status === 'cancelled-unknown';

/** Whether the session before, of those that tell, was missed; an excuse tells nothing. */
const missedLast = (before: readonly NewsSession[]): boolean => {
  const last = before.findLast(({ status }) => isMissed(status) || isAttended(status));
  return last !== undefined && isMissed(last.status);
};
