import type { Encounter } from 'fhir/r4';
import { MINUTE_MS } from '../model/calendar-day.ts';
import type { EpisodeTimeline } from '../model/client-timeline.ts';
import type { DischargeReason } from '../model/course.ts';
import { dischargeRecord } from '../model/leaving/discharge-record.ts';
import { localIso } from '../model/local-time.ts';
import { ACT_CODE } from './codings.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';

const DISPOSITION = 'http://terminology.hl7.org/CodeSystem/discharge-disposition';

/** HL7 says where somebody went; at home is no word on how treatment ended. */
const DISPOSITIONS: Record<DischargeReason, readonly [code: string, display: string]> = {
  completed: ['home', 'Home'],
  transferred: ['other-hcf', 'Other healthcare facility'],
  'dropped-out': ['aadvice', 'Left against advice'],
  terminated: ['home', 'Home'],
  incarcerated: ['oth', 'Other'],
  died: ['exp', 'Expired'],
  other: ['home', 'Home'],
};

/** The discharge of some stays is an encounter of its own. */
export function dischargeEncounters(seed: number, episode: EpisodeTimeline): Recorded<Encounter>[] {
  const { placement, dischargedAt } = episode;
  if (!dischargeRecord(seed, episode).ways.includes('encounter')) return [];
  const { client, ordinal, group, step } = placement;
  const { zone } = group.unit.site;
  const id = resourceId.encounter(client, `${ordinal + 1}-discharge`);
  const [code, display] = DISPOSITIONS[step.reason];
  return [
    {
      id,
      at: [dischargedAt + 5 * MINUTE_MS],
      render: () => ({
        resourceType: 'Encounter',
        id,
        status: 'finished',
        class: { system: ACT_CODE, code: 'AMB', display: 'ambulatory' },
        type: [{ text: 'Discharge' }],
        subject: toClient(client),
        episodeOfCare: [{ reference: `EpisodeOfCare/${resourceId.episode(placement)}` }],
        period: { start: localIso(zone, dischargedAt), end: localIso(zone, dischargedAt) },
        hospitalization: {
          dischargeDisposition: { coding: [{ system: DISPOSITION, code, display }] },
        },
        serviceProvider: { reference: `Organization/${resourceId.unit(group.unit)}` },
      }),
    },
  ];
}
