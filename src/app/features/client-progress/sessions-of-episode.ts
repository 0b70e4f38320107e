import { localTime } from '#domain/calendar/calendar-day';
import type {
  ClientProgress,
  ClientSession,
} from '#domain/client-progress/client-progress.contract';

/** Of all sessions of a client those of the episode that is shown. */
export function sessionsOfEpisode({
  sessions,
  way,
  timeZone,
}: Pick<ClientProgress, 'sessions' | 'way' | 'timeZone'>): ClientSession[] {
  if (!way) return [];
  return sessions.filter(({ startsAt }) => {
    const { day } = localTime(Date.parse(startsAt), timeZone);
    return day >= way.admittedOn && (way.endedOn === null || day < way.endedOn);
  });
}
