import type { Appointment, AppointmentParticipant, Reference } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { bookedOutcome, type Times } from './outcome.ts';
import { codesOf } from './session-service.ts';

/** One client's place in a session, by the appointment alone. */
export interface Booking extends Times {
  client: string;
  /** Reference of the appointment. */
  record: string;
  scheduledMinutes: number;
  outcome: string | null;
  waitlisted: boolean;
  codes: string[];
  /** References to who leads it and where it is held. */
  practitioners: string[];
  places: string[];
  leader: Reference | undefined;
  /** The unit that offers the service. */
  unit: Reference | undefined;
  service: string | undefined;
  /** Reference of the service that is offered: of a group its own. */
  offer: string | undefined;
}

/** Every place in a session of ours that somebody was booked into. */
export function bookingsOf(records: ClinicRecords): Booking[] {
  return records
    .all('Appointment')
    .filter((one) => one.status !== 'entered-in-error' && !isElsewhere(one))
    .flatMap((appointment) => bookingsIn(appointment, records));
}

/** What one version of an appointment said became of a client; `null` while it said nothing. */
export const outcomeIn = (
  version: Appointment,
  client: string,
  records: ClinicRecords,
): string | null =>
  bookingsIn(version, records).find((booking) => booking.client === client)?.outcome ?? null;

function bookingsIn(appointment: Appointment, records: ClinicRecords): Booking[] {
  const start = Date.parse(appointment.start ?? '');
  const end = endOf(appointment, start);
  if (!(start < end)) return [];
  const clients = clientsOf(appointment, records);
  const [service] = actors(appointment, 'HealthcareService');
  return clients.map((participant) => ({
    start,
    end,
    client: records.client(participant.actor?.reference) ?? '',
    record: `Appointment/${appointment.id}`,
    scheduledMinutes: (end - start) / 60_000,
    outcome: bookedOutcome(appointment, placeOf(participant, clients), { start, end }),
    waitlisted: appointment.status === 'waitlist',
    codes: codesOf(appointment.serviceType ?? []),
    practitioners: actors(appointment, 'Practitioner'),
    places: actors(appointment, 'Location'),
    leader: appointment.participant.find(({ actor }) => isOf('Practitioner', actor?.reference))
      ?.actor,
    unit: records.named('HealthcareService', service)?.providedBy,
    offer: service,
    service: records.named('HealthcareService', service)?.name ?? ownWord(appointment),
  }));
}

/** A client who is named twice, or under both of their records, has one place. */
function clientsOf(
  { participant }: Appointment,
  records: ClinicRecords,
): readonly AppointmentParticipant[] {
  const named = participant.filter(({ actor }) => isOf('Patient', actor?.reference));
  return [...new Map(named.map((one) => [records.client(one.actor?.reference), one])).values()];
}

/** What the source calls a visit whose service it does not name. */
function ownWord({ serviceType }: Appointment): string | undefined {
  const [first] = serviceType ?? [];
  return first?.text ?? first?.coding?.find(({ display }) => display)?.display;
}

/** By the time it ends, else by how long it was booked for. */
function endOf({ end, minutesDuration }: Appointment, start: number): number {
  return end ? Date.parse(end) : start + (minutesDuration ?? Number.NaN) * 60_000;
}

const placeOf = (
  { status }: AppointmentParticipant,
  clients: readonly AppointmentParticipant[],
) => ({ ofGroup: clients.length > 1, declined: status === 'declined' });

/** What a referral led to, with nobody and at no place of ours, is another program's session. */
function isElsewhere(appointment: Appointment): boolean {
  const ours = ['Practitioner', 'Location', 'HealthcareService'];
  return (
    (appointment.basedOn ?? []).some(({ reference }) => isOf('ServiceRequest', reference)) &&
    ours.every((type) => actors(appointment, type).length === 0)
  );
}

const actors = ({ participant }: Appointment, type: string): string[] =>
  participant.flatMap(({ actor }) =>
    isOf(type, actor?.reference) ? [actor?.reference ?? ''] : [],
  );

const isOf = (type: string, reference = ''): boolean => reference.startsWith(`${type}/`);
