import type { ClinicRecords } from '../source/clinic-records.ts';
import { type Attendance, attendancesOf } from './attendance.ts';
import { episodeOfDay } from './episode-of-day.ts';
import type { KnownEpisode } from './known-episode.ts';
import { knownEpisodes } from './known-episodes.ts';
import { dayAt, mondayOf } from './site-calendar.ts';

/** A session that belongs to somebody's treatment: only such are in a measure. */
export interface MeasuredSession extends Attendance {
  episode: KnownEpisode;
  /** On the calendar of its site. */
  day: string;
  monday: string;
  site: string;
}

/** Whoever waits for a place was never expected: such bookings are none. */
export function measuredSessions(records: ClinicRecords): {
  sessions: MeasuredSession[];
  episodes: KnownEpisode[];
  attendances: Attendance[];
} {
  const attendances = attendancesOf(records);
  const episodes = knownEpisodes(records, attendances);
  const byClient = Map.groupBy(episodes, ({ patient }) => records.client(patient.reference));
  const sessions = attendances
    .filter(({ waitlisted }) => !waitlisted)
    .flatMap((one) => {
      const day = dayAt(one.start, one.zone);
      const episode = episodeOfDay(byClient.get(one.client) ?? [], day);
      const site = records.named('Location', one.place)?.name ?? 'Site not known';
      return episode ? [{ ...one, episode, day, monday: mondayOf(day), site }] : [];
    });
  return { sessions, episodes, attendances };
}
