import type { ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { Attendance } from './attendance.ts';
import { assumedMinutes } from './attendance-values.ts';
import { episodeOfDay } from './episode-of-day.ts';
import { knownEpisodes } from './known-episodes.ts';
import { dayAt, mondayOf } from './site-calendar.ts';

/** By episode, week and outcome: how many sessions, and the sums of their minutes. */
export function weekValues(
  records: ClinicRecords,
  attendances: readonly Attendance[],
): ValuesByName {
  const episodes = Map.groupBy(knownEpisodes(records, attendances), ({ patient }) =>
    records.client(patient.reference),
  );
  const byWeek = Map.groupBy(
    attendances.filter(({ waitlisted }) => !waitlisted),
    (one) => {
      const day = dayAt(one.start, one.zone);
      const episode = episodeOfDay(episodes.get(one.client) ?? [], day);
      const outcome = one.walkIn ? 'walk-in' : (one.outcome ?? 'none');
      return episode && `${one.client} EpisodeOfCare/${episode.id} ${mondayOf(day)} ${outcome}`;
    },
  );
  return new Map(
    [...byWeek].flatMap(([name, week]) => (name ? [[name, sumsOf(week)] as const] : [])),
  );
}

function sumsOf(week: readonly Attendance[]) {
  const sum = (minutes: (one: Attendance) => number | null): number =>
    week.reduce((total, one) => total + (minutes(one) ?? 0), 0);
  return {
    sessions: week.length,
    'scheduled minutes': sum((one) => one.scheduledMinutes),
    'recorded minutes': sum((one) => one.recordedMinutes),
    'assumed minutes': sum(assumedMinutes),
  };
}
