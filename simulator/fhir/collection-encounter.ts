import type { Encounter } from 'fhir/r4';
import { MINUTE_MS } from '../model/calendar-day.ts';
import type { EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { localIso } from '../model/local-time.ts';
import { drugTests } from '../model/measurement/drug-test.ts';
import { ACT_CODE, COLLECTION } from './codings.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';

const MINUTES = 10;

/** A visit only to leave a specimen: nobody books it. */
export function collectionEncounters(
  clinic: Clinic,
  episode: EpisodeTimeline,
): Recorded<Encounter>[] {
  const { placement } = episode;
  const { client, group } = placement;
  const { site } = group.unit;
  return drugTests(clinic, episode)
    .filter(({ ownVisit, outcome }) => ownVisit && outcome === 'resulted')
    .map(({ key, collectedAt, screenedAt }) => {
      const id = resourceId.encounter(client, key);
      return {
        id,
        at: [screenedAt],
        render: () => ({
          resourceType: 'Encounter',
          id,
          status: 'finished',
          class: { system: ACT_CODE, code: 'AMB', display: 'ambulatory' },
          serviceType: COLLECTION,
          subject: toClient(client),
          episodeOfCare: [{ reference: `EpisodeOfCare/${resourceId.episode(placement)}` }],
          period: {
            start: localIso(site.zone, collectedAt - MINUTES * MINUTE_MS),
            end: localIso(site.zone, collectedAt),
          },
          location: [{ location: { reference: `Location/${resourceId.site(site)}` } }],
        }),
      };
    });
}
