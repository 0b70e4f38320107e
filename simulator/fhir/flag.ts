import type { Flag } from 'fhir/r4';
import { DAY_MS } from '../model/calendar-day.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { Draws } from '../model/draws.ts';
import type { HoldReason } from '../model/hold.ts';
import { localIso } from '../model/local-time.ts';
import { scores } from '../model/measurement/scores.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/flag-category';

const HOLDS: Record<HoldReason, string> = {
  hospital: 'On hold: in hospital',
  jail: 'On hold: in jail',
  leave: 'On hold: approved leave',
};

const NOTES = [
  ['contact', 'Do not leave voicemail at this number'],
  ['behavioral', 'Leaves the room when voices are raised; let them'],
  ['clinical', 'Severe penicillin allergy'],
  ['contact', 'Calls only after 4 pm'],
] as const;

interface Notice {
  key: string;
  category: string;
  text: string;
  from: number;
  until: number;
}

/** What everybody who meets the client has to know: risk, holds, and some standing notes. */
export function flags(clinic: Clinic, { client, episodes }: ClientTimeline): Recorded<Flag>[] {
  return episodes.flatMap((episode) =>
    notices(clinic, episode).map((notice) => flag(client, episode, notice)),
  );
}

function notices(clinic: Clinic, episode: EpisodeTimeline): Notice[] {
  const { placement, hold, admittedAt, dischargedAt } = episode;
  const stay = placement.ordinal + 1;
  const found: Notice[] = [];
  for (const { instrument, total, enteredAt, key } of scores(clinic, episode)) {
    if (instrument !== 'c-ssrs' || total < 3) continue;
    const until = Math.max(enteredAt + DAY_MS, Math.min(enteredAt + 14 * DAY_MS, dischargedAt));
    found.push({
      key,
      category: 'safety',
      text: 'Suicide risk: high on the Columbia screener',
      from: enteredAt + 60_000,
      until,
    });
  }
  if (hold) {
    const text = HOLDS[hold.reason];
    found.push({
      key: `${stay}-hold`,
      category: 'admin',
      text,
      from: hold.startedAt + 60_000,
      until: hold.endedAt,
    });
  }
  const draws = new Draws(clinic.seed, 'note', placement.client, placement.ordinal);
  if (draws.chance(0.08)) {
    const [category, text] = draws.pick(NOTES);
    found.push({
      key: `${stay}-note`,
      category,
      text,
      from: admittedAt + 3_600_000,
      until: dischargedAt,
    });
  }
  return found;
}

function flag(
  client: number,
  { placement }: EpisodeTimeline,
  { key, category, text, from, until }: Notice,
): Recorded<Flag> {
  const id = resourceId.clinical('flag', client, key);
  const { zone } = placement.group.unit.site;
  return {
    id,
    at: until > from ? [from, until] : [from],
    render: (version) => ({
      resourceType: 'Flag',
      id,
      status: version === 2 ? 'inactive' : 'active',
      category: [{ coding: [{ system: CATEGORY, code: category }] }],
      code: { text },
      subject: toClient(client),
      period: {
        start: localIso(zone, from),
        ...(version === 2 && { end: localIso(zone, until) }),
      },
    }),
  };
}
