import type { Appointment, Encounter } from 'fhir/r4';
import type { ClinicRecords } from './clinic-records.ts';
import { sessionStatus } from './session-status.ts';

const hour = 3_600_000;
const proving = ['arrived', 'triaged', 'in-progress', 'finished'];

/** One client's place in one session, before the question of when it is looked at. */
export interface ClientSession {
  start: number;
  end: number;
  scheduledMinutes: number;
  /** `null` while no encounter gives them. */
  recordedMinutes: number | null;
  walkIn: boolean;
  service: string | undefined;
  statusAt: (asOf: number) => string;
}

/** All sessions of every client, in order of start, by reference of the client. */
export function sessionsByClient(records: ClinicRecords): Map<string, ClientSession[]> {
  const byClient = new Map<string, ClientSession[]>();
  const put = (client: string, session: ClientSession): void => {
    const sessions = byClient.get(client);
    if (sessions) sessions.push(session);
    else byClient.set(client, [session]);
  };
  const encounters = records.encounters().filter(({ status }) => proving.includes(status));
  const named = new Map<string, Encounter>();
  const unnamed = new Set<Encounter>();
  for (const encounter of encounters) {
    const appointments = encounter.appointment ?? [];
    for (const { reference } of appointments) named.set(reference ?? '', encounter);
    if (appointments.length === 0) unnamed.add(encounter);
  }

  for (const appointment of records.appointments()) {
    if (appointment.status === 'entered-in-error') continue;
    const clients = actors(appointment, 'Patient/');
    if (clients.length !== 1) throw new Error(`${appointment.id} has ${clients.length} clients`);
    const [client] = clients as [string];
    let encounter = named.get(`Appointment/${appointment.id}`);
    if (!encounter) {
      encounter = [...unnamed].find((one) => isOfSession(one, appointment, client));
      if (encounter) unnamed.delete(encounter);
    }
    put(client, booked(appointment, encounter, records));
  }
  for (const encounter of unnamed) put(encounter.subject?.reference ?? '', walkIn(encounter));
  for (const sessions of byClient.values()) sessions.sort((a, b) => a.start - b.start);
  return byClient;
}

function booked(
  appointment: Appointment,
  encounter: Encounter | undefined,
  records: ClinicRecords,
): ClientSession {
  const start = Date.parse(appointment.start ?? '');
  const end = Date.parse(appointment.end ?? '');
  const [service] = actors(appointment, 'HealthcareService/');
  return {
    start,
    end,
    scheduledMinutes: appointment.minutesDuration ?? (end - start) / 60_000,
    recordedMinutes: encounter ? minutesOf(encounter) : null,
    walkIn: false,
    service: records.service(service)?.name ?? appointment.serviceType?.[0]?.text,
    statusAt: (asOf) => sessionStatus(appointment, encounter, asOf),
  };
}

function walkIn(encounter: Encounter): ClientSession {
  const start = Date.parse(encounter.period?.start ?? '');
  const minutes = minutesOf(encounter);
  return {
    start,
    end: start + (minutes ?? 0) * 60_000,
    scheduledMinutes: 0,
    recordedMinutes: minutes,
    walkIn: true,
    service: encounter.serviceType?.text,
    statusAt: (asOf) => (start <= asOf ? 'walk-in' : 'scheduled'),
  };
}

/** Encounter.length, else its period; `null` where it has neither (yet). */
function minutesOf({ length, period }: Encounter): number | null {
  if (length?.value !== undefined) return length.value;
  if (!period?.start || !period.end) return null;
  return Math.round((Date.parse(period.end) - Date.parse(period.start)) / 60_000);
}

/** The same client and service, the same practitioner or place, within an hour. */
function isOfSession(encounter: Encounter, appointment: Appointment, client: string): boolean {
  const codes = (appointment.serviceType ?? []).flatMap(({ coding }) => coding ?? []);
  const places = (encounter.location ?? []).map(({ location }) => location.reference);
  const people = (encounter.participant ?? []).map(({ individual }) => individual?.reference);
  const apart = Date.parse(encounter.period?.start ?? '') - Date.parse(appointment.start ?? '');
  return (
    encounter.subject?.reference === client &&
    (encounter.serviceType?.coding ?? []).some((a) => codes.some((b) => a.code === b.code)) &&
    actors(appointment, '').some((actor) => places.includes(actor) || people.includes(actor)) &&
    Math.abs(apart) <= hour
  );
}

function actors(appointment: Appointment, prefix: string): string[] {
  return appointment.participant
    .map(({ actor }) => actor?.reference ?? '')
    .filter((reference) => reference.startsWith(prefix));
}
