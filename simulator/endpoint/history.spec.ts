import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Appointment, Bundle, OperationOutcome } from 'fhir/r4';
import { openClinic } from './open-clinic.fixture.ts';

const MORNING = '2025-03-11T12:00:00Z';
const NEXT_DAY = '2025-03-13T12:00:00Z';

async function historyOf(clinic: ReturnType<typeof openClinic>, path: string) {
  return (await clinic.pages(path)).flatMap(({ entry }) => entry ?? []);
}

test('a history since a moment has every change after it, newest first, page by page', async () => {
  const clinic = openClinic({ at: NEXT_DAY });
  const changed = await clinic.all<Appointment>(`Appointment?_lastUpdated=ge${MORNING}`);
  const steps = await historyOf(clinic, `Appointment/_history?_since=${MORNING}&_count=7`);
  const latest = new Map(
    steps.toReversed().map(({ resource }) => [(resource as Appointment).id, resource]),
  );
  const byId = (one: { id?: string }, other: { id?: string }) => one.id!.localeCompare(other.id!);
  assert.deepEqual([...latest.values()].map((one) => one as Appointment).sort(byId), [
    ...changed.sort(byId),
  ]);
  const times = steps.map(({ response }) => response?.lastModified ?? '');
  assert.deepEqual(times, times.toSorted().reverse());
  assert.ok(times.every((time) => time >= MORNING));
});

test('what was deleted answers 410, is in no search, and its history ends with the deletion', async () => {
  const clinic = openClinic({ at: MORNING });
  const [first] = await clinic.all<Appointment>('Appointment?status=booked');
  const url = `/fhir/Appointment/${first.id}`;
  clinic.advance(1_000);
  const answer = await clinic.app.inject({ method: 'DELETE', url });
  assert.equal(answer.statusCode, 204);
  clinic.advance(1_000);
  const read = await clinic.app.inject({ url });
  assert.equal(read.statusCode, 410);
  assert.equal(read.json<OperationOutcome>().issue[0].code, 'deleted');
  assert.deepEqual(await clinic.all(`Appointment?_id=${first.id}`), []);
  const [step] = await historyOf(clinic, `Appointment/_history?_since=${MORNING}`);
  assert.deepEqual(step.request, { method: 'DELETE', url: `Appointment/${first.id}` });
  assert.equal(step.resource, undefined);
  assert.equal((await clinic.put(first)).statusCode, 410);
  assert.equal((await clinic.app.inject({ method: 'DELETE', url })).statusCode, 204);
});

test('_summary=count says how many a search would find', async () => {
  const clinic = openClinic({ at: MORNING });
  for (const search of ['Appointment?status=noshow', 'EpisodeOfCare?status=active,onhold']) {
    const found = await clinic.all(search);
    const answer = (await clinic.get(`${search}&_summary=count`)).json<Bundle>();
    assert.equal(answer.total, found.length);
    assert.equal(answer.entry, undefined);
  }
});

test('who accepts gzip is sent gzip', async () => {
  const clinic = openClinic({ at: MORNING });
  const url = '/fhir/Appointment?_count=50';
  const headers = { 'accept-encoding': 'gzip' };
  const packed = await clinic.app.inject({ url, headers });
  assert.equal(packed.headers['content-encoding'], 'gzip');
  const plain = await clinic.app.inject({ url });
  assert.equal(gunzipSync(packed.rawPayload).toString(), plain.body);
});

for (const path of ['_since=yesterday', '_count=0', 'status=booked', '_page=nonsense']) {
  test(`a history asked for by ${path} is refused`, async () => {
    const clinic = openClinic({ at: MORNING });
    assert.equal((await clinic.get(`Appointment/_history?${path}`)).statusCode, 400);
  });
}
