import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Appointment,
  CapabilityStatement,
  Encounter,
  EpisodeOfCare,
  OperationOutcome,
} from 'fhir/r4';
import { openClinic } from './open-clinic.fixture.ts';

const AT = '2025-03-11T12:00:00Z';
const clinic = openClinic({ at: AT });

test('patient, status and date narrow a search, together and each alone', async () => {
  const all = await clinic.all<Appointment>('Appointment?_count=1000');
  const patient = all[100].participant[0].actor?.reference;
  const own = all.filter(({ participant }) => participant[0].actor?.reference === patient);
  assert.ok(own.length > 1 && own.length < all.length);
  assert.deepEqual(await clinic.all(`Appointment?patient=${patient}`), own);
  assert.deepEqual(await clinic.all(`Appointment?patient=${patient?.slice(8)}`), own);
  const missed = all.filter(({ status }) => status === 'noshow' || status === 'cancelled');
  assert.deepEqual(await clinic.all('Appointment?status=noshow,cancelled&_count=1000'), missed);
  const from = Date.parse('2025-02-03T05:00:00Z');
  const until = Date.parse('2025-02-08T05:00:00Z');
  const week = missed.filter(
    ({ start }) => Date.parse(start!) >= from && Date.parse(start!) < until,
  );
  assert.ok(week.length > 0);
  const both =
    'Appointment?status=noshow,cancelled&date=ge2025-02-03&date=le2025-02-07&_count=1000';
  assert.deepEqual(await clinic.all(both), week);
});

test('an open episode reaches past every date, an ended one does not', async () => {
  const open = await clinic.all<EpisodeOfCare>('EpisodeOfCare?status=active,onhold&_count=1000');
  const now = await clinic.all<EpisodeOfCare>('EpisodeOfCare?date=ge2026-01-01&_count=1000');
  assert.ok(open.length > 8);
  assert.deepEqual(now, open);
  const finished = await clinic.all<EpisodeOfCare>('EpisodeOfCare?status=finished&_count=1000');
  assert.ok(finished.length > 0 && finished.every(({ period }) => period?.end));
});

test('_id reads those named, and nothing that does not exist yet', async () => {
  const [first, second] = await clinic.all<Encounter>('Encounter?_count=10');
  const read = await clinic.all<Encounter>(
    `Encounter?_id=${first.id},${second.id},enc-zzz-0,nobody`,
  );
  assert.deepEqual(read, [first, second]);
});

const REFUSED: [path: string, status: number][] = [
  ['Appointment?practitioner=x', 400],
  ['Location?patient=x', 400],
  ['Appointment?date=yesterday', 400],
  ['Appointment?date=2025-02-30', 400],
  ['Appointment?_lastUpdated=ge2025-01-01T10:00:00', 400],
  ['Appointment?_count=0', 400],
  ['Appointment?_sort=patient', 400],
  ['Patient?_sort=date', 400],
  ['Appointment?_page=nonsense', 400],
  ['Appointment?status=', 400],
  ['Medication', 404],
  ['Patient/nobody', 404],
  ['Patient/client-zzzzz', 404],
];
for (const [path, status] of REFUSED) {
  test(`${path} is answered ${status} with an OperationOutcome`, async () => {
    const answer = await clinic.get(path);
    assert.equal(answer.statusCode, status);
    assert.match(String(answer.headers['content-type']), /^application\/fhir\+json/);
    const outcome = answer.json<OperationOutcome>();
    assert.equal(outcome.resourceType, 'OperationOutcome');
    assert.ok(outcome.issue[0].diagnostics);
  });
}

test('a plus sign that was not encoded is still a time zone', async () => {
  const encoded = await clinic.all('Appointment?_lastUpdated=ge2025-03-10T12:00:00%2B00:00');
  assert.ok(encoded.length > 0);
  assert.deepEqual(
    await clinic.all('Appointment?_lastUpdated=ge2025-03-10T12:00:00+00:00'),
    encoded,
  );
});

test('every search parameter of the capability statement works', async () => {
  const statement = (await clinic.get('metadata')).json<CapabilityStatement>();
  assert.equal(statement.fhirVersion, '4.0.1');
  for (const { type, searchParam } of statement.rest![0].resource!) {
    for (const { name, type: kind } of searchParam!) {
      const value = kind === 'date' ? 'ge2025-01-01' : 'x';
      assert.equal((await clinic.get(`${type}?${name}=${value}`)).statusCode, 200, name);
    }
  }
});
