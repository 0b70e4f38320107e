import type { Booking } from '../attendance/attendance-row.ts';
import type { EncounterRow } from '../attendance/write-encounters.ts';
import type { Ref } from '../fhir/translate/translation.ts';
import { keyOf, type KnownIds } from './identities.ts';
import type { Survivors } from './merged-clients.ts';
import { type Fact, factsOf, sessionRefOf, type TranslatedRecord } from './translate-records.ts';

/** One booking a client; the kind of session falls back on the service's. */
export function bookingsOf(
  { id, record, facts }: Fact<'Appointment'>,
  ids: KnownIds,
  survivors: Survivors,
  kinds: ReadonlyMap<string, string>,
): Booking[] {
  const serviceId = idIn(ids, facts.service);
  return facts.bookings.map(({ client, outcome }) => ({
    recordId: id,
    clientId: survivors.get(idIn(ids, client) ?? '') ?? idIn(ids, client) ?? '',
    bookedClientId: idIn(ids, client) ?? '',
    sessionId: idIn(ids, sessionRefOf(facts)) ?? '',
    kind: facts.kind ?? kinds.get(serviceId ?? '') ?? 'other',
    serviceId,
    serviceCode: facts.serviceCode,
    serviceName: facts.serviceName,
    facilitatorId: idIn(ids, facts.facilitator),
    siteId: idIn(ids, facts.site),
    startsAt: facts.startsAt,
    endsAt: facts.endsAt,
    scheduledMinutes: facts.scheduledMinutes,
    waitlisted: facts.waitlisted,
    outcome,
    lastUpdated: record.lastUpdated,
    receivedAt: record.receivedAt,
  }));
}

/** Appointments that book no session of ours. */
export const heldElsewhere = (translated: readonly TranslatedRecord[]): string[] =>
  factsOf(translated, 'Appointment').flatMap(({ id, facts }) =>
    facts.bookings.length === 0 ? [id] : [],
  );

export const encounterRowOf = (
  { id, record, facts }: Fact<'Encounter'>,
  ids: KnownIds,
): EncounterRow => ({
  id,
  clientId: idIn(ids, facts.client) ?? '',
  appointmentIds: facts.appointments.flatMap((named) => idIn(ids, named) ?? []),
  serviceCode: facts.serviceCode,
  kind: facts.kind,
  practitionerId: idIn(ids, facts.practitioner),
  siteId: idIn(ids, facts.site),
  startedAt: facts.startedAt,
  endedAt: facts.endedAt,
  minutes: facts.minutes,
  isFirst: record.isFirst,
  receivedAt: record.receivedAt,
});

const idIn = (ids: KnownIds, ref: Ref | null) => (ref ? (ids.get(keyOf(ref)) ?? null) : null);
