import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Appointment, CarePlan, Encounter, EpisodeOfCare, OperationOutcome } from 'fhir/r4';
import { Journal } from './journal.ts';
import { openClinic } from './open-clinic.fixture.ts';

const MORNING = '2025-03-11T12:00:00Z';
const NEXT_DAY = '2025-03-13T12:00:00Z';

async function encounterOf(clinic: ReturnType<typeof openClinic>, { id }: Appointment) {
  const seen = await clinic.all<Encounter>('Encounter?date=2025-03-11&_count=1000');
  return seen.find(({ appointment }) => appointment?.[0].reference === `Appointment/${id}`);
}

/** A session booked for the day that the model knows will be kept. */
async function toBeKept(): Promise<Appointment> {
  const clinic = openClinic({ at: MORNING });
  const booked = await clinic.all<Appointment>('Appointment?status=booked&date=2025-03-11');
  clinic.moveTo(NEXT_DAY);
  for (const one of booked) if (await encounterOf(clinic, one)) return one;
  throw new Error('nobody comes that day');
}

test('what the front desk wrote stays: a called-off session is neither kept nor changed again', async () => {
  const appointment = await toBeKept();
  const clinic = openClinic({ at: MORNING });
  const answer = await clinic.put({ ...appointment, status: 'noshow' } as Appointment);
  assert.equal(answer.statusCode, 200);
  const written = answer.json<Appointment>();
  assert.equal(Number(written.meta?.versionId), Number(appointment.meta?.versionId) + 1);
  assert.equal(written.meta?.lastUpdated, '2025-03-11T12:00:00.000Z');
  assert.equal(answer.headers.etag, `W/"${written.meta?.versionId}"`);
  const changed = await clinic.all<Appointment>(`Appointment?_lastUpdated=ge${MORNING}`);
  assert.deepEqual(changed, [written]);
  clinic.moveTo(NEXT_DAY);
  assert.deepEqual((await clinic.get(`Appointment/${appointment.id}`)).json(), written);
  assert.equal(await encounterOf(clinic, appointment), undefined);
});

test('If-Match lets only the version through that the writer saw', async () => {
  const appointment = await toBeKept();
  const clinic = openClinic({ at: MORNING });
  const { etag } = (await clinic.get(`Appointment/${appointment.id}`)).headers;
  const changed = { ...appointment, status: 'arrived' } as Appointment;
  assert.equal((await clinic.put(changed, { 'if-match': 'W/"7"' })).statusCode, 412);
  assert.equal((await clinic.put(changed, { 'if-match': etag })).statusCode, 200);
  assert.equal((await clinic.put(changed, { 'if-match': etag })).statusCode, 412);
});

test('what cannot be written is refused, each with its own status', async () => {
  const appointment = await toBeKept();
  const clinic = openClinic({ at: MORNING });
  const [patient, ...others] = appointment.participant;
  const stranger = { ...patient, actor: { reference: 'Patient/client-0' } };
  const wrong: [resource: object, status: number][] = [
    [{ ...appointment, status: 'attended' }, 422],
    [{ ...appointment, end: '2025-03-10T12:00:00Z' }, 422],
    [{ ...appointment, start: 'soon' }, 422],
    [{ ...appointment, participant: [] }, 422],
    [{ ...appointment, participant: [stranger, ...others] }, 409],
    [{ ...appointment, id: 'appt-new' }, 405],
  ];
  for (const [resource, status] of wrong) {
    const answer = await clinic.put(resource as Appointment);
    assert.equal(answer.statusCode, status, JSON.stringify(resource));
    assert.equal(answer.json<OperationOutcome>().resourceType, 'OperationOutcome');
  }
  const url = `/fhir/Appointment/${appointment.id}`;
  const headers = { 'content-type': 'application/fhir+json' };
  for (const payload of ['{', '[]', JSON.stringify({ ...appointment, id: 'appt-other' })]) {
    const answer = await clinic.app.inject({ method: 'PUT', url, headers, payload });
    assert.equal(answer.statusCode, 400, payload);
  }
  for (const [method, address] of [
    ['DELETE', '/fhir/Patient/client-0'],
    ['POST', '/fhir/Appointment'],
    ['PUT', '/fhir/Patient/client-0'],
  ] as const) {
    assert.equal((await clinic.app.inject({ method, url: address })).statusCode, 405, method);
  }
  const unchanged = await clinic.get(`Appointment/${appointment.id}`);
  assert.deepEqual(unchanged.json(), appointment);
});

test('an episode of care entered in error stays so, whatever would have become of it; a deleted one is gone', async () => {
  const clinic = openClinic({ at: MORNING });
  const [mistake, deleted] = await clinic.all<EpisodeOfCare>('EpisodeOfCare?status=active');
  assert.ok(mistake && deleted);
  const unknown = { ...mistake, status: 'open' };
  assert.equal((await clinic.put(unknown)).statusCode, 422);
  const stranger = { ...mistake, patient: deleted.patient };
  assert.equal((await clinic.put(stranger)).statusCode, 409);
  const corrected: EpisodeOfCare = { ...mistake, status: 'entered-in-error' };
  assert.equal((await clinic.put(corrected)).statusCode, 200);
  const url = `/fhir/EpisodeOfCare/${deleted.id}`;
  assert.equal((await clinic.app.inject({ method: 'DELETE', url })).statusCode, 204);
  clinic.moveTo('2026-03-11T12:00:00Z');
  const left = await clinic.get(`EpisodeOfCare/${mistake.id}`);
  assert.equal(left.json<EpisodeOfCare>().status, 'entered-in-error');
  assert.equal((await clinic.get(`EpisodeOfCare/${deleted.id}`)).statusCode, 410);
  const listed = await clinic.all<EpisodeOfCare>('EpisodeOfCare?_count=1000');
  assert.ok(listed.every(({ id }) => id !== deleted.id));
});

test('the journal brings back what was written before a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-'));
  try {
    const file = join(folder, 'journal.ndjson');
    const appointment = await toBeKept();
    const before = openClinic({ at: MORNING, journal: new Journal(file) });
    const written = await before.put({ ...appointment, status: 'cancelled' } as Appointment);
    const after = openClinic({ at: NEXT_DAY, journal: new Journal(file) });
    assert.deepEqual((await after.get(`Appointment/${appointment.id}`)).json(), written.json());
    assert.equal(await encounterOf(after, appointment), undefined);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a plan that somebody changes ends when they say, and never before it begins', async () => {
  const clinic = openClinic({ at: MORNING });
  const [plan] = await clinic.all<CarePlan>('CarePlan?status=active');
  assert.ok(plan?.period?.start);
  const { start } = plan.period;
  const wrong: CarePlan = { ...plan, period: { start, end: '2020-01-01' } };
  assert.equal((await clinic.put(wrong)).statusCode, 422);
  const later: CarePlan = { ...plan, period: { start, end: '2026-12-24' } };
  assert.equal((await clinic.put(later)).statusCode, 200);
  const found = (await clinic.get(`CarePlan/${plan.id}`)).json<CarePlan>();
  assert.equal(found.period?.end, '2026-12-24');
});
