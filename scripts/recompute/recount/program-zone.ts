import type { ClinicRecords } from '../source/clinic-records.ts';
import type { KnownEpisode } from './known-episode.ts';
import { siteZone } from './site-zone.ts';

/** The calendar of an episode: of the place where its unit runs its program. */
export function programZone(
  { managingOrganization }: KnownEpisode,
  records: ClinicRecords,
): string {
  const program = records
    .all('HealthcareService')
    .find(({ providedBy }) => providedBy?.reference === managingOrganization?.reference);
  return siteZone(records, program?.location?.[0]?.reference);
}
