import type { CareTeam } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { KnownEpisode } from './known-episode.ts';

/** Who reads, by the name that the source gives them. */
export interface Reader {
  role: 'counselor' | 'supervisor' | 'director';
  name: string;
}

/**
 * The episodes whose sessions a reader's figures count: a counselor's own; a supervisor's every
 * episode of whoever is or was with somebody of their teams; a director's all.
 */
export function episodesInReach(
  { role, name }: Reader,
  episodes: readonly KnownEpisode[],
  records: ClinicRecords,
): Set<KnownEpisode> {
  if (role === 'director') return new Set(episodes);
  const own = ({ careManager }: KnownEpisode): boolean => careManager?.display === name;
  if (role === 'counselor') return new Set(episodes.filter(own));
  const teams = records.all('CareTeam').filter((team) => isSupervisedBy(team, name));
  const named = new Set(teams.map(({ id }) => `CareTeam/${id}`));
  const members = new Set(
    teams.flatMap(({ participant }) => participant ?? []).map(({ member }) => member?.reference),
  );
  const clientOf = ({ patient }: KnownEpisode) => records.client(patient.reference);
  const clients = new Set(
    episodes
      .filter(
        (episode) =>
          own(episode) ||
          (episode.careManager !== undefined && members.has(episode.careManager.reference)) ||
          named.has(episode.team?.[0]?.reference ?? ''),
      )
      .map(clientOf),
  );
  return new Set(episodes.filter((episode) => clients.has(clientOf(episode))));
}

/** A team of staff; the one around a client names that client. */
const isSupervisedBy = ({ subject, participant }: CareTeam, name: string): boolean =>
  subject === undefined &&
  (participant ?? []).some(
    ({ member, role }) =>
      member?.display === name &&
      (role ?? []).some(({ text }) => text?.toLowerCase().includes('supervisor')),
  );
