import type { Encounter, Reference } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { type Booking, bookingsOf } from './booking.ts';
import { attendedOutcome, type Times } from './outcome.ts';
import { minutesOf, presencesOf } from './presence.ts';
import { codesOf, isTreatment, kindOf } from './session-service.ts';
import { siteZone } from './site-zone.ts';

/** What became of one client in one session; the question of when it is looked at comes after. */
export interface Attendance extends Times {
  client: string;
  /** Reference of the appointment, or of the encounter of somebody who walked in. */
  record: string;
  walkIn: boolean;
  waitlisted: boolean;
  scheduledMinutes: number;
  /** `null` while no encounter gives them. */
  recordedMinutes: number | null;
  outcome: string | null;
  /** The booking says they did not come, the encounter that they were there. */
  contradictory: boolean;
  /** Reference of the encounter that proves it. */
  encounter: string | null;
  /** What the caseload calls it. */
  service: string;
  kind: string;
  /** Reference of the place where it is held, and the calendar there. */
  place: string | undefined;
  zone: string;
  isAssessment: boolean;
  /** Who led it, and the unit that offers it, as far as it is said. */
  leader: Reference | undefined;
  unit: Reference | undefined;
  /** Reference of the service that was offered: of a group its own. */
  offer: string | undefined;
}

/** One for each client and booking, and for each walk-in, in order of start. */
export function attendancesOf(records: ClinicRecords): Attendance[] {
  const bookings = bookingsOf(records);
  const presences = presencesOf(records, bookings);
  return [
    ...bookings.map((booking) => booked(booking, presences.of.get(booking), records)),
    ...presences.unbooked
      .filter(({ serviceType }) => isTreatment(codesOf([serviceType])))
      .map((encounter) => walkedIn(encounter, records)),
  ].sort((a, b) => a.start - b.start);
}

function booked(
  booking: Booking,
  encounter: Encounter | undefined,
  records: ClinicRecords,
): Attendance {
  const { client, record, start, end, waitlisted, scheduledMinutes, outcome, codes } = booking;
  return {
    client,
    record,
    start,
    end,
    waitlisted,
    scheduledMinutes,
    walkIn: false,
    recordedMinutes: encounter ? minutesOf(encounter) : null,
    outcome: encounter ? attendedOutcome(booking, encounter) : outcome,
    contradictory: encounter !== undefined && outcome !== null && outcome !== 'attended',
    encounter: encounter ? `Encounter/${encounter.id}` : null,
    service: booking.service ?? kindOf(codes),
    kind: kindOf(codes),
    place: booking.places[0],
    zone: siteZone(records, booking.places[0]),
    isAssessment: kindOf(codes) === 'assessment',
    leader: booking.leader,
    unit: booking.unit,
    offer: booking.offer,
  };
}

function walkedIn(encounter: Encounter, records: ClinicRecords): Attendance {
  const { id, subject, period, location, participant, serviceType } = encounter;
  const start = Date.parse(period?.start ?? '');
  return {
    client: records.client(subject?.reference) ?? '',
    record: `Encounter/${id}`,
    start,
    end: Date.parse(period?.end ?? period?.start ?? ''),
    waitlisted: false,
    scheduledMinutes: 0,
    walkIn: true,
    recordedMinutes: minutesOf(encounter),
    outcome: 'attended',
    contradictory: false,
    encounter: `Encounter/${id}`,
    service: kindOf(codesOf([serviceType])),
    kind: kindOf(codesOf([serviceType])),
    place: location?.[0]?.location.reference,
    zone: siteZone(records, location?.[0]?.location.reference),
    isAssessment: kindOf(codesOf([serviceType])) === 'assessment',
    leader: participant
      ?.map(({ individual }) => individual)
      .find((one) => one?.reference?.startsWith('Practitioner/')),
    unit: undefined,
    offer: undefined,
  };
}
