import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Appointment, EpisodeOfCare, FhirResource, Observation, Patient } from 'fhir/r4';
import { RESOURCE_TYPES } from '../endpoint/resource-types.ts';
import { buildClinic } from '../model/clinic.ts';
import { isClientType, RecordArchive, type ResourceType } from './record-archive.ts';
import type { Recorded } from './recorded.ts';
import { clientOfId } from './resource-id.ts';

const archive = new RecordArchive(buildClinic(1, 40));
archive.extendTo(Date.parse('2026-11-18T13:02:00Z'));
const everybody = Array.from({ length: archive.census.clientCount }, (_, client) => client);
/** Without those of whom some of what is named here is still to come. */
const clients = everybody.slice(0, -30);

function all(type: ResourceType): readonly Recorded[] {
  if (!isClientType(type)) return archive.records(type, 0);
  return clients.flatMap((client) => archive.records(type, client));
}

function latest<R extends FhirResource>(type: ResourceType): R[] {
  return all(type).map((record) => record.render(record.at.length) as R);
}

test('every id belongs to one record, says whose it is, and every reference leads to one', () => {
  const ids = new Set<string>();
  const named = new Set<string>();
  for (const type of RESOURCE_TYPES) {
    for (const record of all(type)) {
      assert.ok(!ids.has(`${type}/${record.id}`), `${type}/${record.id} twice`);
      ids.add(`${type}/${record.id}`);
      if (isClientType(type)) assert.ok(clientOfId(record.id) !== null, record.id);
      for (const version of record.at.keys()) {
        collectReferences(record.render(version + 1), named);
      }
    }
  }
  // A group's booking names those who come to it last, too.
  for (const record of everybody.slice(-30).flatMap((one) => archive.records('Patient', one))) {
    ids.add(`Patient/${record.id}`);
  }
  assert.deepEqual(
    [...named].filter((reference) => !ids.has(reference)),
    [],
  );
});

test("every record's versions follow each other, and nothing is written after the last day", () => {
  for (const type of RESOURCE_TYPES) {
    if (!isClientType(type)) continue;
    for (const client of clients) {
      const until = archive.writtenUntil(client);
      for (const { id, at, deletedAt } of archive.records(type, client)) {
        const times = deletedAt === undefined ? at : [...at, deletedAt];
        times.slice(1).forEach((one, before) => assert.ok(one > times[before], id));
        assert.ok(times[times.length - 1] <= until, `${id} is written too late`);
      }
    }
  }
});

test('a total is the sum of its answers, in every shape that has both', () => {
  const panels = latest<Observation>('Observation').filter(
    ({ code, component }) => component && code.coding?.[0].code === '44249-1',
  );
  assert.ok(panels.length > 100);
  const points: Record<string, number> = { 'LA6568-5': 0, 'LA6569-3': 1, 'LA6570-1': 2 };
  for (const { component } of panels) {
    const answers = component!.filter(({ valueCodeableConcept }) => valueCodeableConcept);
    const sum = answers
      .map(({ valueCodeableConcept }) => points[valueCodeableConcept!.coding![0].code!] ?? 3)
      .reduce((total, one) => total + one, 0);
    assert.equal(answers.length, 9);
    assert.equal(component!.at(-1)?.valueInteger, sum);
  }
});

test('the record holds what real systems hold', () => {
  const observations = latest<Observation>('Observation');
  const appointments = latest<Appointment>('Appointment');
  const patients = latest<Patient>('Patient');
  const episodes = latest<EpisodeOfCare>('EpisodeOfCare');
  const admitted = new Set(episodes.map(({ patient }) => patient.reference));
  const found: Record<string, number> = {
    'score as text': observations.filter(({ valueString }) => valueString).length,
    'score with members': observations.filter(({ hasMember }) => hasMember).length,
    'test refused or missed': observations.filter(({ status }) => status === 'cancelled').length,
    'kept, by the appointment alone': appointments.filter(({ status }) => status === 'fulfilled')
      .length,
    'booked twice': appointments.filter(({ status }) => status === 'entered-in-error').length,
    deleted: all('Appointment').filter(({ deletedAt }) => deletedAt).length,
    'cancelled because of death': appointments.filter(
      ({ cancelationReason }) => cancelationReason?.coding?.[0].code === 'pat-dec',
    ).length,
    merged: patients.filter(({ link }) => link?.[0].type === 'replaced-by').length,
    died: patients.filter(({ deceasedDateTime }) => deceasedDateTime).length,
    'never admitted': patients.filter(({ id }) => !admitted.has(`Patient/${id}`)).length,
    'no counselor': episodes.filter(({ careManager }) => !careManager).length,
    'reason on the episode': episodes.filter(({ extension }) => extension).length,
    'reason on an encounter': latest('Encounter').filter(
      (one) => one.resourceType === 'Encounter' && one.hospitalization,
    ).length,
    'authorization without end': latest('ClaimResponse').filter(
      (one) => one.resourceType === 'ClaimResponse' && one.preAuthPeriod && !one.preAuthPeriod.end,
    ).length,
    'authorization denied': latest('ClaimResponse').filter((one) =>
      JSON.stringify(one).includes('"A3"'),
    ).length,
    'overdose survived in treatment': all('Condition').filter(({ id }) => id.includes('-ods'))
      .length,
    'consent taken back': latest('Consent').filter(
      (one) => one.resourceType === 'Consent' && one.status === 'inactive',
    ).length,
  };
  for (const [what, count] of Object.entries(found)) assert.ok(count > 0, what);
});

function collectReferences(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const one of value) collectReferences(one, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      if (name === 'reference' && typeof one === 'string') found.add(one);
      else collectReferences(one, found);
    }
  }
}
