import type { EpisodeOfCare, EpisodeOfCareStatusHistory } from 'fhir/r4';
import { isoDate } from '../model/calendar-day.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { asamLevel } from './asam-level.ts';
import { dischargeRecord, TEDS_REASON } from '../model/leaving/discharge-record.ts';
import { DISCHARGE_REASON, EPISODE_TYPE, TEDS_REASON_SYSTEM } from './codings.ts';
import { primaryDiagnosis } from './condition.ts';
import { incomingRequestId } from './service-request.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

interface Stretch {
  status: 'active' | 'onhold' | 'finished';
  since: number;
  sinceDay: number;
}

export function episodesOfCare(
  clinic: Clinic,
  { episodes }: ClientTimeline,
): Recorded<EpisodeOfCare>[] {
  return episodes.map((episode) => {
    const stretches = course(episode);
    return {
      id: resourceId.episode(episode.placement),
      at: stretches.map(({ since }) => since),
      render: (version) => episodeOfCare(clinic, episode, stretches.slice(0, version)),
    };
  });
}

function course({ placement, admittedAt, dischargedAt, hold }: EpisodeTimeline): Stretch[] {
  const stretches: Stretch[] = [
    { status: 'active', since: admittedAt, sinceDay: placement.startDay },
  ];
  if (hold) {
    stretches.push(
      { status: 'onhold', since: hold.startedAt, sinceDay: hold.startDay },
      { status: 'active', since: hold.endedAt, sinceDay: hold.endDay },
    );
  }
  return [...stretches, { status: 'finished', since: dischargedAt, sinceDay: placement.endDay }];
}

function episodeOfCare(
  clinic: Clinic,
  episode: EpisodeTimeline,
  stretches: Stretch[],
): EpisodeOfCare {
  const { placement, intake } = episode;
  const { client, step, group, counselor, startDay, endDay } = placement;
  const { status } = stretches[stretches.length - 1];
  const team = counselor
    ? clinic.teamOf.get(counselor)
    : clinic.teamOf.get(clinic.facilitators[group.index]);
  return {
    resourceType: 'EpisodeOfCare',
    id: resourceId.episode(placement),
    ...(status === 'finished' && dischargeReason(clinic.seed, episode)),
    status,
    statusHistory: stretches.map((stretch, at) => history(stretch, stretches[at + 1])),
    type: [
      {
        coding: [{ system: EPISODE_TYPE, code: 'da', display: 'Drug and alcohol rehabilitation' }],
      },
      asamLevel(step.level, group.unit.site.edition),
    ],
    patient: { reference: `Patient/${resourceId.client(client)}` },
    managingOrganization: {
      reference: `Organization/${resourceId.unit(group.unit)}`,
      display: group.unit.name,
    },
    period: {
      start: isoDate(startDay),
      ...(status === 'finished' && { end: isoDate(endDay) }),
    },
    diagnosis: [{ condition: { reference: `Condition/${primaryDiagnosis(client)}` } }],
    ...(intake && {
      referralRequest: [{ reference: `ServiceRequest/${incomingRequestId(episode)}` }],
    }),
    ...(counselor && {
      careManager: {
        reference: `Practitioner/${resourceId.staff(counselor)}`,
        display: `${counselor.given} ${counselor.family}`,
      },
    }),
    ...(team && {
      team: [{ reference: `CareTeam/${resourceId.team(team)}`, display: team.name }],
    }),
  };
}

function history({ status, sinceDay }: Stretch, next?: Stretch): EpisodeOfCareStatusHistory {
  const start = isoDate(sinceDay);
  return { status, period: next ? { start, end: isoDate(next.sinceDay) } : { start } };
}

/** R4 has no element for it: where it stands on the episode at all, it is an extension. */
function dischargeReason(seed: number, episode: EpisodeTimeline): Pick<EpisodeOfCare, 'extension'> {
  if (!dischargeRecord(seed, episode).ways.includes('extension')) return {};
  const { reason } = episode.placement.step;
  const code = String(TEDS_REASON[reason]);
  const coding = [{ system: TEDS_REASON_SYSTEM, code, display: reason.replace('-', ' ') }];
  return { extension: [{ url: DISCHARGE_REASON, valueCodeableConcept: { coding } }] };
}
