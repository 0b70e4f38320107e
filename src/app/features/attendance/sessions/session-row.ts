import type { SessionItem } from '#domain/attendance/session-list.contract';
import { clinicDate, clinicTime, zoneIfOther } from '../../../ui/clinic-time/clinic-time';
import { CONCERNS, type ConcernWords } from './session-concerns';

/** One line of the list, in words. */
export interface SessionRow {
  session: SessionItem;
  day: string;
  time: string;
  /** How many attended; in words where that is not known of anybody yet. */
  attended: { count: number } | { words: string };
  concerns: (ConcernWords & { clients: number })[];
  /** Nothing can be missing from a session that is not over. */
  isOver: boolean;
}

export const sessionRow = (session: SessionItem, asOf: string, readBy: string): SessionRow => ({
  session,
  day: clinicDate(session.startsAt, session.timeZone, asOf),
  time:
    clinicTime(session.startsAt, session.timeZone) +
    zoneIfOther(session.startsAt, session.timeZone, readBy),
  attended: attendedOf(session, asOf),
  concerns: CONCERNS.map((words) => ({ ...words, clients: session[words.count] })).filter(
    ({ clients }) => clients > 0,
  ),
  isOver: isOver(session, asOf),
});

const isOver = ({ endsAt }: SessionItem, asOf: string): boolean =>
  Date.parse(endsAt) <= Date.parse(asOf);

/** Nobody recorded is not nobody there. */
function attendedOf(session: SessionItem, asOf: string): SessionRow['attended'] {
  const { attended, clients, notRecorded, awaitingRecord } = session;
  if (attended > 0) return { count: attended };
  if (!isOver(session, asOf)) return { words: 'under way' };
  if (awaitingRecord > 0) return { words: 'waiting' };
  return notRecorded > 0 && notRecorded <= clients ? { words: 'not recorded' } : { count: 0 };
}
