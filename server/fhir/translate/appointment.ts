import type { Appointment, AppointmentParticipant, CodeableConcept } from 'fhir/r4';
import type { Outcome } from '#domain/attendance/attendance-status';
import type { SessionKind } from '#domain/attendance/session-kind';
import { cancellationOf, isForDeath } from './cancellation.ts';
import { codedKind } from './coded-kind.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';

export interface BookingFacts {
  client: Ref;
  /** By the booking alone; 'by-client' waits for the notice given; `null` while nothing is recorded. */
  outcome: Outcome | 'by-client' | null;
}

export interface AppointmentFacts {
  /** One for each client of a group appointment. */
  bookings: BookingFacts[];
  sessionKey: string;
  kind: SessionKind | null;
  serviceCode: string | null;
  /** What the source calls it, for a session whose service is not one of ours. */
  serviceName: string | null;
  service: Ref | null;
  facilitator: Ref | null;
  site: Ref | null;
  startsAt: number;
  endsAt: number;
  /** When it was booked; `null` where the source does not say. */
  bookedAt: number | null;
  scheduledMinutes: number;
  waitlisted: boolean;
  /** The referral it follows up; such an appointment elsewhere books no session of ours. */
  referral: ({ request: Ref } & BookingFacts) | null;
  /** Of whom it was cancelled because they had died, by the source's word; of one client alone. */
  reportedDeath: Ref | null;
}

const MINUTE = 60_000;
const PRESENT = ['fulfilled', 'checked-in', 'arrived'];
const GROUP_EXTENSIONS = ['group-appointment-id', 'ah-group-appointment'];

/** A booked session of one or several clients. */
export function translateAppointment(appointment: Appointment): Translation<AppointmentFacts> {
  if (appointment.status === 'entered-in-error') return ENTERED_IN_ERROR;
  const startsAt = Date.parse(appointment.start ?? '');
  if (Number.isNaN(startsAt)) return heldBack('Has no start time', 'the session is in no count');
  const minutes = lengthOf(appointment, startsAt);
  if (minutes === null) return heldBack('Has neither end nor length', 'the session is in no count');
  if (minutes <= 0) return heldBack('Ends before it starts', 'the session is in no count');
  const clients = (appointment.participant ?? []).filter(({ actor }) => refOf(actor, 'Patient'));
  if (clients.length === 0) return { setAside: 'Names no client' };

  const coded = codedKind(appointment.serviceType);
  const codeOrName = ownWordOf(appointment.serviceType?.[0]);
  const service = actorOf(appointment, 'HealthcareService');
  const facilitator = actorOf(appointment, 'Practitioner');
  const site = actorOf(appointment, 'Location');
  const bookings = clients.flatMap((participant) => {
    const client = refOf(participant.actor, 'Patient');
    return client
      ? [{ client, outcome: outcomeOf(appointment, participant, clients.length > 1) }]
      : [];
  });
  const request = (appointment.basedOn ?? [])
    .map((based) => refOf(based, 'ServiceRequest'))
    .find(Boolean);
  // With nobody, no place and no service of ours, what a referral led to is somebody else's session.
  const elsewhere = request && !coded && !service && !facilitator && !site;
  const [booking] = bookings;
  // Nobody leads two sessions at one hour and place. With neither service nor staff nothing tells
  // that two bookings are of one session: hours and rooms are shared by the whole house.
  const what = service?.id ?? coded?.code ?? codeOrName ?? (facilitator ? '' : appointment.id);
  return {
    use: {
      bookings: elsewhere ? [] : bookings,
      referral: request && booking ? { request, ...booking } : null,
      reportedDeath: deathReportedIn(appointment, bookings),
      sessionKey: groupKey(appointment) ?? [what, site?.id, facilitator?.id, startsAt].join('|'),
      kind: coded?.kind ?? null,
      serviceCode: coded?.code ?? null,
      serviceName: nameOf(appointment.serviceType?.[0]),
      service,
      facilitator,
      site,
      startsAt,
      endsAt: startsAt + minutes * MINUTE,
      bookedAt: bookedAtOf(appointment),
      scheduledMinutes: minutes,
      waitlisted: appointment.status === 'waitlist',
    },
  };
}

/** What is said of a session of several clients is said of nobody in particular. */
function deathReportedIn(
  { status, cancelationReason }: Appointment,
  [booking, ...others]: readonly BookingFacts[],
): Ref | null {
  const isReported = status === 'cancelled' && isForDeath(cancelationReason);
  return isReported && booking && others.length === 0 ? booking.client : null;
}

/** A service that is none of ours, as the source tells it apart. */
const ownWordOf = (concept: CodeableConcept | undefined): string | undefined =>
  concept?.coding?.find(({ code }) => code)?.code ?? nameOf(concept) ?? undefined;

const nameOf = (concept: CodeableConcept | undefined): string | null =>
  concept?.text ?? concept?.coding?.find(({ display }) => display)?.display ?? null;

function outcomeOf(
  { status, cancelationReason }: Appointment,
  participant: AppointmentParticipant,
  ofGroup: boolean,
): BookingFacts['outcome'] {
  if (status === 'noshow') return 'no-show';
  if (status === 'cancelled') return cancellationOf(cancelationReason);
  if (ofGroup && participant.status === 'declined') return 'client-cancelled';
  // A group that was held says nothing of who was there: nobody's presence is guessed.
  return PRESENT.includes(status) && !ofGroup ? 'attended' : null;
}

function lengthOf({ end, minutesDuration }: Appointment, startsAt: number): number | null {
  const endsAt = Date.parse(end ?? '');
  if (!Number.isNaN(endsAt)) return Math.round((endsAt - startsAt) / MINUTE);
  return minutesDuration ?? null;
}

function bookedAtOf({ created }: Appointment): number | null {
  const bookedAt = Date.parse(created ?? '');
  return Number.isNaN(bookedAt) ? null : bookedAt;
}

const actorOf = ({ participant }: Appointment, type: string): Ref | null =>
  participant.map(({ actor }) => refOf(actor, type)).find(Boolean) ?? null;

function groupKey({ extension }: Appointment): string | null {
  const group = extension?.find(({ url }) =>
    GROUP_EXTENSIONS.some((name) => url.endsWith(`/${name}`)),
  );
  return (
    group?.valueString ?? group?.valueReference?.reference ?? group?.valueIdentifier?.value ?? null
  );
}
