import type { EpisodeOfCare } from 'fhir/r4';
import type { ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { Attendance } from './attendance.ts';
import { knownEpisodes } from './known-episodes.ts';

/** By client and episode: from when to when, where, at which level, with whom, and away when. */
export const episodeValues = (
  records: ClinicRecords,
  attendances: readonly Attendance[],
): ValuesByName =>
  new Map(
    knownEpisodes(records, attendances).map((episode) => [
      `${records.client(episode.patient.reference)} EpisodeOfCare/${episode.id}`,
      {
        status: episode.status,
        inferred: episode.lastContact !== undefined,
        'last contact': episode.lastContact ?? null,
        admitted: episode.period?.start ?? null,
        ended: episode.period?.end ?? null,
        ...levelOf(episode),
        unit: episode.managingOrganization?.reference ?? null,
        counselor: episode.careManager?.reference ?? null,
        team: episode.team?.[0]?.reference ?? null,
        'request that led to it': episode.referralRequest?.[0]?.reference ?? null,
        holds: holdsOf(episode),
      },
    ]),
  );

/** As coded by The ASAM Criteria, with the edition: the same number means another thing in another. */
export function levelOf({ type }: EpisodeOfCare) {
  const level = (type ?? [])
    .flatMap(({ coding }) => coding ?? [])
    .find(({ system }) => system?.includes('asam'));
  return { level: level?.code ?? null, edition: level?.version ?? null };
}

const holdsOf = ({ statusHistory }: EpisodeOfCare): string =>
  (statusHistory ?? [])
    .filter(({ status }) => status === 'onhold')
    .map(({ period }) => `${period.start}–${period.end ?? ''}`)
    .sort()
    .join(' ');
