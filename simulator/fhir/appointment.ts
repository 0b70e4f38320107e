import type { Appointment, AppointmentParticipant } from 'fhir/r4';
import { MINUTE_MS } from '../model/calendar-day.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { localIso } from '../model/local-time.ts';
import { groupOn, type Placement } from '../model/placement.ts';
import { aftercareAppointments } from './aftercare-appointment.ts';
import { assessmentsAsked } from './asking-records.ts';
import { episodeSessions, type ClientSession } from './client-session.ts';
import { doubleBooking } from './double-booking.ts';
import { CANCELLATION_REASON, SESSION_CODES } from './codings.ts';
import { groupAppointments, sharedGroup } from './group-appointment.ts';
import type { GroupCompany } from './group-company.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';
import { utcIso } from './utc-iso.ts';

/** Stay by stay: sessions, some booked twice, and the first appointment of aftercare. */
export function appointments(
  clinic: Clinic,
  timeline: ClientTimeline,
  company: GroupCompany,
): Recorded<Appointment>[] {
  return [
    ...assessmentsAsked(clinic, timeline),
    ...timeline.episodes.flatMap((episode) => [
      ...episodeSessions(episode).flatMap((booked) => {
        if (sharedGroup(clinic, episode, booked.session)) return [];
        const own = booking(booked);
        return [own, ...doubleBooking(clinic.seed, booked, own)];
      }),
      ...aftercareAppointments(clinic, episode),
      ...groupAppointments(clinic, episode, company),
    ]),
  ];
}

function booking(booked: ClientSession): Recorded<Appointment> {
  return {
    id: resourceId.appointment(booked.placement.client, booked.key),
    at: booked.session.changes.map(({ at }) => at),
    render: (version) => appointment(booked, version),
  };
}

function appointment({ session, placement, key }: ClientSession, version: number): Appointment {
  const { client, group } = placement;
  const { site } = group.unit;
  const { status, reason } = session.changes[version - 1];
  const { practitioner } = session;
  const service = serviceOf(session, placement);
  return {
    resourceType: 'Appointment',
    id: resourceId.appointment(client, key),
    status,
    ...(reason && {
      cancelationReason: { coding: [{ system: CANCELLATION_REASON, code: reason }] },
    }),
    serviceType: [SESSION_CODES[session.kind]],
    start: localIso(site.zone, session.start),
    end: localIso(site.zone, session.end),
    minutesDuration: (session.end - session.start) / MINUTE_MS,
    created: utcIso(session.bookedAt),
    participant: [
      accepted(`Patient/${resourceId.client(client)}`),
      accepted(
        `Practitioner/${resourceId.staff(practitioner)}`,
        `${practitioner.given} ${practitioner.family}`,
      ),
      accepted(`Location/${resourceId.site(site)}`, site.name),
      ...(service ? [accepted(`HealthcareService/${service.id}`, service.name)] : []),
    ],
  };
}

function accepted(reference: string, display?: string): AppointmentParticipant {
  return { actor: display ? { reference, display } : { reference }, status: 'accepted' };
}

function serviceOf(
  { kind, day }: ClientSession['session'],
  placement: Placement,
): { id: string; name: string } | null {
  const { unit } = placement.group;
  if (kind === 'group') {
    const group = groupOn(placement, day);
    return { id: resourceId.group(group), name: group.name };
  }
  if (kind === 'individual') {
    return { id: resourceId.individual(unit), name: 'Individual counseling' };
  }
  if (kind === 'family') return { id: resourceId.family(unit), name: 'Family sessions' };
  return null;
}
