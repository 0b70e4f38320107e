import type { Appointment, CarePlan, Encounter, EpisodeOfCare, FhirResource } from 'fhir/r4';
import type { Chart, Shown } from './chart.ts';
import { dateRange } from './date-range.ts';
import { badRequest, FhirError, gone, unprocessable } from './fhir-error.ts';
import type { Written } from './journal.ts';
import type { WRITABLE_TYPES } from './resource-types.ts';

type Writable = (typeof WRITABLE_TYPES)[number];

const STATUSES: Record<Writable, string[]> = {
  Appointment:
    'proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist'.split(
      ' ',
    ),
  CarePlan: 'draft active on-hold revoked completed entered-in-error unknown'.split(' '),
  Consent: 'draft proposed active rejected inactive entered-in-error'.split(' '),
  Encounter:
    'planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown'.split(
      ' ',
    ),
  EpisodeOfCare: 'planned waitlist active onhold finished cancelled entered-in-error'.split(' '),
  ServiceRequest: 'draft active on-hold revoked completed entered-in-error unknown'.split(' '),
  Task: 'draft requested received accepted rejected ready cancelled in-progress on-hold failed completed entered-in-error'.split(
    ' ',
  ),
};

/** Somebody at the clinic changes a record by hand: from then on it stays as they left it. */
export function update(
  chart: Chart,
  now: number,
  type: Writable,
  id: string,
  body: unknown,
  ifMatch: string | undefined,
): Shown {
  const current = chart.find(type, id, now);
  if (!current) {
    if (chart.isGone(type, id, now)) throw gone(type, id);
    throw new FhirError(
      405,
      'not-supported',
      `There is no ${type}/${id}; ids are given by this server only.`,
    );
  }
  checkVersion(type, current, ifMatch);
  const resource = checked(type, id, body, current.content());
  chart.journal.write({ id, at: now, version: current.version + 1, resource });
  return { id, version: current.version + 1, lastUpdated: now, content: () => resource };
}

/** Somebody deletes a record; deleting what is gone already changes nothing. */
export function remove(
  chart: Chart,
  now: number,
  type: Writable,
  id: string,
  ifMatch: string | undefined,
): void {
  const current = chart.find(type, id, now);
  if (!current) return;
  checkVersion(type, current, ifMatch);
  chart.journal.write({ id, at: now, version: current.version + 1, resource: null });
}

function checkVersion(type: Writable, current: Shown, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === etag(current.version)) return;
  const at = `${type}/${current.id} is at ${etag(current.version)}`;
  throw new FhirError(412, 'conflict', `${at}, not at ${ifMatch}.`);
}

export function etag(version: number): string {
  return `W/"${version}"`;
}

function checked(
  type: Writable,
  id: string,
  body: unknown,
  current: FhirResource,
): Written & { id: string } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('The body is not a resource.');
  }
  const resource = body as Written & { id: string };
  if (resource.resourceType !== type) throw badRequest(`resourceType is not ${type}.`);
  if (resource.id !== id) throw badRequest(`The resource's id is not ${id}.`);
  if (!STATUSES[type].includes(resource.status)) {
    throw unprocessable(`"${resource.status}" is not a status of ${type}.`);
  }
  if (resource.resourceType === 'Appointment') checkAppointment(resource);
  else if (resource.resourceType === 'Encounter') checkEncounter(resource);
  else if (resource.resourceType === 'EpisodeOfCare') checkPeriod(resource);
  else if (resource.resourceType === 'CarePlan') checkPeriod(resource);
  if (clientOf(resource) !== clientOf(current)) {
    throw new FhirError(409, 'conflict', `${type}/${id} belongs to another client.`);
  }
  return resource;
}

function checkAppointment({ participant, start, end }: Appointment): void {
  if (!Array.isArray(participant) || participant.length === 0) {
    throw unprocessable('An Appointment needs a participant.');
  }
  checkTimes(start, end);
}

function checkEncounter(encounter: Encounter): void {
  if (typeof encounter.class?.code !== 'string') throw unprocessable('An Encounter needs a class.');
  checkTimes(encounter.period?.start, encounter.period?.end);
}

function checkPeriod({ period }: EpisodeOfCare | CarePlan): void {
  checkTimes(period?.start, period?.end);
}

function checkTimes(start?: string, end?: string): void {
  const from = start === undefined ? null : timeOf(start);
  const until = end === undefined ? null : timeOf(end);
  if (from !== null && until !== null && until < from)
    throw unprocessable('It ends before it starts.');
}

function timeOf(text: unknown): number {
  const range = typeof text === 'string' ? dateRange(text) : null;
  if (!range) throw unprocessable(`"${String(text)}" is not a time.`);
  return range.from;
}

function clientOf(resource: FhirResource): string | undefined {
  if (resource.resourceType === 'Encounter') return resource.subject?.reference;
  if (resource.resourceType === 'EpisodeOfCare') return resource.patient?.reference;
  if (resource.resourceType === 'CarePlan') return resource.subject?.reference;
  if (resource.resourceType === 'Consent') return resource.patient?.reference;
  if (resource.resourceType === 'ServiceRequest') return resource.subject?.reference;
  if (resource.resourceType === 'Task') return resource.for?.reference;
  if (resource.resourceType !== 'Appointment') return undefined;
  const references = resource.participant.map(({ actor }) => actor?.reference);
  return references.find((reference) => reference?.startsWith('Patient/'));
}
