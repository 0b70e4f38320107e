import type { Encounter } from 'fhir/r4';
import { MINUTE_MS } from '../model/calendar-day.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { isHeldWithoutEncounters } from '../model/group-seat.ts';
import { localIso } from '../model/local-time.ts';
import type { Presence } from '../model/session.ts';
import { assessmentsHeld } from './asking-records.ts';
import { episodeSessions, type ClientSession } from './client-session.ts';
import { collectionEncounters } from './collection-encounter.ts';
import { dischargeEncounters } from './discharge-encounter.ts';
import { ACT_CODE, SESSION_CODES } from './codings.ts';
import { groupAppointmentId, sharedGroup } from './group-appointment.ts';
import type { GroupCompany } from './group-company.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

/** Stay by stay: who was there, specimens left, and some discharges. */
export function encounters(
  clinic: Clinic,
  timeline: ClientTimeline,
  company: GroupCompany,
): Recorded<Encounter>[] {
  return [
    ...assessmentsHeld(clinic, timeline),
    ...timeline.episodes.flatMap((episode) => [
      ...episodeSessions(episode).flatMap((booked) => {
        const { session } = booked;
        const group = sharedGroup(clinic, episode, session);
        if (!group) return seen(booked);
        if (isHeldWithoutEncounters(clinic.seed, group, session.day)) return [];
        return seen(booked, groupAppointmentId(company, group, session.day));
      }),
      ...collectionEncounters(clinic, episode),
      ...dischargeEncounters(clinic.seed, episode),
    ]),
  ];
}

function seen(booked: ClientSession, bookedAs?: string): Recorded<Encounter>[] {
  const { presence } = booked.session;
  if (!presence) return [];
  return [
    {
      id: resourceId.encounter(booked.placement.client, booked.key),
      at: [presence.openedAt, presence.closedAt],
      ...(bookedAs && { bookedAs }),
      render: (version) => encounter(booked, presence, version === 2, bookedAs),
    },
  ];
}

function encounter(
  { session, placement, key }: ClientSession,
  presence: Presence,
  finished: boolean,
  bookedAs?: string,
): Encounter {
  const { client, group } = placement;
  const { site } = group.unit;
  const { practitioner, kind } = session;
  const appointment = bookedAs ?? resourceId.appointment(client, key);
  const minutes = (presence.end - presence.start) / MINUTE_MS;
  const start = localIso(site.zone, presence.start);
  return {
    resourceType: 'Encounter',
    id: resourceId.encounter(client, key),
    status: finished ? 'finished' : 'in-progress',
    class: presence.virtual
      ? { system: ACT_CODE, code: 'VR', display: 'virtual' }
      : { system: ACT_CODE, code: 'AMB', display: 'ambulatory' },
    serviceType: SESSION_CODES[kind],
    subject: { reference: `Patient/${resourceId.client(client)}` },
    ...(kind !== 'assessment' && {
      episodeOfCare: [{ reference: `EpisodeOfCare/${resourceId.episode(placement)}` }],
    }),
    participant: [
      {
        individual: {
          reference: `Practitioner/${resourceId.staff(practitioner)}`,
          display: `${practitioner.given} ${practitioner.family}`,
        },
      },
    ],
    appointment: [{ reference: `Appointment/${appointment}` }],
    period: finished ? { start, end: localIso(site.zone, presence.end) } : { start },
    ...(finished && {
      length: {
        value: minutes,
        unit: 'min',
        system: 'http://unitsofmeasure.org',
        code: 'min',
      },
    }),
    ...(!presence.virtual && {
      location: [
        { location: { reference: `Location/${resourceId.site(site)}`, display: site.name } },
      ],
    }),
    serviceProvider: {
      reference: `Organization/${resourceId.unit(group.unit)}`,
      display: group.unit.name,
    },
  };
}
