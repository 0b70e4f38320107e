import type { Encounter } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { Booking } from './booking.ts';
import { codesOf } from './session-service.ts';

const hour = 3_600_000;
const proving = ['arrived', 'triaged', 'in-progress', 'finished'];
const minutesIn: Record<string, number> = { min: 1, h: 60, s: 1 / 60 };

/** Of each booking the encounter that proves its client was there; and those that prove none. */
export interface Presences {
  of: Map<Booking, Encounter>;
  unbooked: Encounter[];
}

/**
 * An encounter belongs to the appointment it names; one that names none that is there, to the nearest
 * of the same client and service, with the same practitioner or place, within an hour. Nobody is in
 * two sessions at once: it proves one, and the nearest pair comes first.
 */
export function presencesOf(records: ClinicRecords, bookings: readonly Booking[]): Presences {
  const byRecord = Map.groupBy(bookings, ({ record }) => record);
  const byClient = Map.groupBy(bookings, ({ client }) => client);
  const of = new Map<Booking, Encounter>();
  const unnamed: Encounter[] = [];
  for (const encounter of records.all('Encounter')) {
    if (!proving.includes(encounter.status)) continue;
    const client = records.client(encounter.subject?.reference) ?? '';
    const named = (encounter.appointment ?? [])
      .flatMap(({ reference = '' }) => byRecord.get(reference) ?? [])
      .filter((booking) => booking.client === client);
    if (named.length === 0) unnamed.push(encounter);
    for (const booking of named) of.set(booking, encounter);
  }
  const pairs = unnamed
    .flatMap((encounter) => {
      const own = byClient.get(records.client(encounter.subject?.reference) ?? '') ?? [];
      return own
        .filter((booking) => mayBeOf(encounter, booking))
        .map((booking) => ({ encounter, booking, apart: apart(encounter, booking) }));
    })
    .sort(
      (a, b) =>
        a.apart - b.apart ||
        inOrder(a.booking.record, b.booking.record) ||
        inOrder(a.encounter.id ?? '', b.encounter.id ?? ''),
    );
  const placed = new Set<Encounter>();
  for (const { encounter, booking } of pairs) {
    if (of.has(booking) || placed.has(encounter)) continue;
    of.set(booking, encounter);
    placed.add(encounter);
  }
  const unbooked = unnamed.filter((encounter) => !placed.has(encounter));
  return { of, unbooked };
}

/** Encounter.length, else its period; `null` where it has neither (yet). */
export function minutesOf({ length, period }: Encounter): number | null {
  const unit = minutesIn[length?.code ?? length?.unit ?? ''];
  if (length?.value !== undefined && unit) return Math.round(length.value * unit);
  if (!period?.start || !period.end) return null;
  return Math.round((Date.parse(period.end) - Date.parse(period.start)) / 60_000);
}

function mayBeOf(encounter: Encounter, booking: Booking): boolean {
  const services = codesOf([encounter.serviceType]);
  const people = (encounter.participant ?? []).map(({ individual }) => individual?.reference);
  const places = (encounter.location ?? []).map(({ location }) => location.reference);
  return (
    apart(encounter, booking) <= hour &&
    services.some((code) => booking.codes.includes(code)) &&
    (booking.practitioners.some((one) => people.includes(one)) ||
      booking.places.some((one) => places.includes(one)))
  );
}

const apart = ({ period }: Encounter, { start }: Booking): number =>
  Math.abs(Date.parse(period?.start ?? '') - start);

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
