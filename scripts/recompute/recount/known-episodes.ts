import type { ClinicRecords } from '../source/clinic-records.ts';
import type { Attendance } from './attendance.ts';
import { episodesBySessions } from './inferred-episode.ts';
import { hasBegun, type KnownEpisode } from './known-episode.ts';

/** Those the source tells of, and for clients of whom it tells of none, those their sessions amount to. */
export function knownEpisodes(
  records: ClinicRecords,
  attendances: readonly Attendance[],
): KnownEpisode[] {
  const told = records.all('EpisodeOfCare').filter(hasBegun);
  const clientsTold = new Set(told.map(({ patient }) => records.client(patient.reference)));
  const untold = attendances.filter(({ client }) => !clientsTold.has(client));
  const byClient = Map.groupBy(untold, ({ client }) => client);
  return [...told, ...[...byClient.values()].flatMap(episodesBySessions)];
}
