import type { EpisodeOfCare } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { Attendance } from './attendance.ts';
import { hasBegun } from './episode-of-day.ts';
import { daysBetween } from './site-calendar.ts';
import { episodesBySessions } from './inferred-episode.ts';

/** As the source tells it; or, with the day of the last contact, as its client's sessions do. */
export interface KnownEpisode extends EpisodeOfCare {
  lastContact?: string;
}

/** After so many days without contact an administrative discharge is reviewed (state manuals). */
export const daysWithoutContact = 30;

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

/** Whether contact was lost: of one that the source tells of, it tells the end as well. */
export const isOutOfContact = ({ lastContact }: KnownEpisode, day: string): boolean =>
  lastContact !== undefined && daysBetween(lastContact, day) >= daysWithoutContact;
