import type { ClinicRecords } from '../source/clinic-records.ts';
import { attendancesOf } from './attendance.ts';
import { placed } from './follow-up-values.ts';
import { knownEpisodes } from './known-episodes.ts';
import { addDays, daysBetween } from './site-calendar.ts';

const lastDay = 396;
const afterLastContact = 14;

/** Whom somebody who asks after those who left may see: who left a site that the source says they work at. */
export function clientsFollowedUp(
  records: ClinicRecords,
  name: string,
  asOf: number,
): (client: string) => boolean {
  const sites = new Set(
    records
      .all('PractitionerRole')
      .filter(({ practitioner }) => practitioner?.display === name)
      .flatMap(({ location = [] }) => location.map(({ reference }) => reference)),
  );
  const units = new Set(
    records
      .all('HealthcareService')
      .filter(({ location = [] }) => location.some(({ reference }) => sites.has(reference)))
      .map(({ providedBy }) => providedBy?.reference),
  );
  const left = knownEpisodes(records, attendancesOf(records)).flatMap((episode) => {
    const { client, today } = placed(episode, records, asOf);
    const { lastContact, period, managingOrganization } = episode;
    const ended =
      period?.end?.slice(0, 10) ?? (lastContact && addDays(lastContact, afterLastContact));
    if (!ended || !units.has(managingOrganization?.reference)) return [];
    return ended <= today && daysBetween(ended, today) <= lastDay ? [client] : [];
  });
  const clients = new Set(left);
  return (client) => clients.has(client);
}
