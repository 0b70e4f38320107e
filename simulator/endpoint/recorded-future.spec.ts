import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Appointment, Encounter } from 'fhir/r4';
import { openClinic } from './open-clinic.fixture.ts';

const MORNING = '2025-03-11T12:00:00Z';
const NEXT_DAY = '2025-03-13T12:00:00Z';

const TYPES = [
  'Patient',
  'EpisodeOfCare',
  'CarePlan',
  'Appointment',
  'Encounter',
  'ClaimResponse',
  'Goal',
  'MedicationRequest',
  'Observation',
  'QuestionnaireResponse',
  'ServiceRequest',
  'Task',
];

async function everything(at: string, seed: number): Promise<string> {
  const clinic = openClinic({ at, seed });
  const answers = [];
  for (const type of [...TYPES, 'Practitioner', 'HealthcareService', 'CareTeam']) {
    answers.push(await clinic.all(`${type}?_count=1000`));
  }
  return JSON.stringify(answers);
}

test('the same seed is the same clinic to the byte, another seed is another', async () => {
  const once = await everything(MORNING, 1);
  assert.ok(once.length > 100_000);
  assert.equal(await everything(MORNING, 1), once);
  assert.notEqual(await everything(MORNING, 2), once);
});

test('a clinic read on two days is the one that was opened only on the second', async () => {
  const long = openClinic({ at: '2024-11-04T13:00:00Z' });
  await long.all('Appointment?_count=1000');
  long.moveTo(MORNING);
  const later = await long.all<Appointment>('Appointment?_count=1000');
  assert.deepEqual(later, await openClinic({ at: MORNING }).all('Appointment?_count=1000'));
});

test('a booked session is kept as time passes, and its encounter appears', async () => {
  const clinic = openClinic({ at: MORNING });
  const before = await clinic.all<Appointment>('Appointment?status=booked&date=2025-03-11');
  clinic.moveTo(NEXT_DAY);
  const encounters = await clinic.all<Encounter>('Encounter?date=2025-03-11');
  const names = (encounter: Encounter, { id }: Appointment) =>
    encounter.appointment?.[0].reference === `Appointment/${id}`;
  const kept = before.filter((booked) => encounters.some((seen) => names(seen, booked)));
  assert.ok(kept.length > 3, `${kept.length} kept`);
  for (const booked of kept) {
    const now = (await clinic.get(`Appointment/${booked.id}`)).json<Appointment>();
    assert.equal(now.status, 'fulfilled');
    assert.ok(Number(now.meta?.versionId) > Number(booked.meta?.versionId));
    assert.ok(now.meta!.lastUpdated! > booked.meta!.lastUpdated!);
    clinic.moveTo(MORNING);
    const encounter = encounters.find((seen) => names(seen, booked));
    assert.equal((await clinic.get(`Encounter/${encounter?.id}`)).statusCode, 404);
    clinic.moveTo(NEXT_DAY);
  }
});

for (const type of TYPES) {
  test(`an incremental read of ${type} sees exactly what changed`, async () => {
    const clinic = openClinic({ at: MORNING });
    const before = new Map(
      (await clinic.all(`${type}?_count=1000`)).map((one) => [one.id, one.meta?.versionId]),
    );
    clinic.moveTo(NEXT_DAY);
    const after = await clinic.all(`${type}?_count=1000`);
    const changed = after.filter((one) => before.get(one.id) !== one.meta?.versionId);
    const read = await clinic.all(`${type}?_lastUpdated=gt${MORNING}&_count=7`);
    assert.deepEqual(read, changed);
    if (type === 'Appointment') assert.ok(changed.length > 20);
  });
}
