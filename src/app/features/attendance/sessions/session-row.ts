import type { SessionItem } from '#domain/attendance/session-list.contract';
import { clinicDate, clinicTime } from '../../../ui/clinic-time/clinic-time';
import { CONCERNS, type ConcernWords } from './session-concerns';

/** One line of the list, in words. */
export interface SessionRow {
  session: SessionItem;
  day: string;
  time: string;
  /** How many attended; in words where that is not known of anybody yet. */
  attended: { count: number } | { words: string };
  concerns: (ConcernWords & { clients: number })[];
}

export const sessionRow = (session: SessionItem, asOf: string): SessionRow => ({
  session,
  day: clinicDate(session.startsAt, session.timeZone, asOf),
  time: clinicTime(session.startsAt, session.timeZone),
  attended: attendedOf(session, asOf),
  concerns: CONCERNS.map((words) => ({ ...words, clients: session[words.count] })).filter(
    ({ clients }) => clients > 0,
  ),
});

/** Nobody recorded is not nobody there. */
function attendedOf(session: SessionItem, asOf: string): SessionRow['attended'] {
  const { attended, clients, notRecorded, awaitingRecord } = session;
  if (attended > 0) return { count: attended };
  if (Date.parse(session.endsAt) > Date.parse(asOf)) return { words: 'under way' };
  if (awaitingRecord > 0) return { words: 'waiting' };
  return notRecorded > 0 && notRecorded <= clients ? { words: 'not recorded' } : { count: 0 };
}
