import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { SourceRecord } from '#domain/client-progress/client-progress.contract';
import type { Caseload } from '#domain/caseload/caseload.contract';
import type { DataSources } from '#domain/data-sources/data-sources.contract';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const TOMORROW = '2026-11-19T14:00:00Z';

test('what the source deleted, by its history, is used no longer, and stays as it was received', async () => {
  clinic = await openWithHistory();
  const marks = await marksOf('Ada');
  clinic.endpoint.remove('2026-11-18T13:05:00Z', 'Appointment/ada-tue');
  await clinic.sync.readOnce();
  assert.equal((await marksOf('Ada')).length, marks.length - 1);
  const { body } = await clinic.get(
    await clinic.reader('counselor', 'ruth'),
    `/api/source-records/${await clinic.idOf('Appointment/ada-tue')}`,
  );
  const [newest, before] = (body as SourceRecord).revisions;
  assert.match(newest?.versionId ?? '', /^deleted/);
  assert.match(before?.body ?? '', /"start"/);
});

test('a deletion is heard of again and again, and counts once', async () => {
  clinic = await openWithHistory();
  clinic.endpoint.remove('2026-11-18T13:05:00Z', 'Appointment/ada-tue');
  await clinic.sync.readOnce();
  const { runs } = await dataSources();
  await clinic.sync.readOnce();
  assert.deepEqual((await dataSources()).runs, runs);
});

test('what was written again after it was deleted is there again', async () => {
  clinic = await openWithHistory();
  const marks = await marksOf('Ada');
  clinic.endpoint.remove('2026-11-18T13:01:00Z', 'Appointment/ada-tue');
  await clinic.sync.readOnce();
  clinic.endpoint.put('2026-11-18T13:02:00Z', booking('ada-tue', 'ada', '2026-11-17', 'noshow'));
  await clinic.sync.readOnce();
  assert.equal((await marksOf('Ada')).length, marks.length);
  // The old deletion is still in the source's history.
  await clinic.sync.readOnce();
  assert.equal((await marksOf('Ada')).length, marks.length);
});

test('a deleted episode takes its client from the caseload, and out of the counselor’s reach', async () => {
  clinic = await openWithHistory();
  clinic.endpoint.remove('2026-11-18T13:05:00Z', 'EpisodeOfCare/episode-bo');
  await clinic.sync.readOnce();
  assert.deepEqual(
    (await caseload()).lines.map(({ familyName }) => familyName),
    ['Ada'],
  );
  const ruth = await clinic.reader('counselor', 'ruth');
  const bo = await clinic.get(ruth, `/api/clients/${await clinic.idOf('Patient/bo')}`);
  assert.equal(bo.status, 404);
});

test('without a history, what is listed no longer and is not there is found a day later', async () => {
  clinic = await openTestClinic();
  const marks = await marksOf('Ada');
  clinic.endpoint.remove('2026-11-18T13:05:00Z', 'Appointment/ada-tue');
  await clinic.sync.readOnce();
  assert.equal((await marksOf('Ada')).length, marks.length);
  clinic.setClock(TOMORROW);
  await clinic.sync.readOnce();
  assert.equal((await marksOf('Ada')).filter((mark) => mark === 'no-show').length, 0);
});

test('what is only left out of a list is not read as deleted', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.unlisted = 'Appointment/ada-tue';
  clinic.setClock(TOMORROW);
  await clinic.sync.readOnce();
  assert.equal((await dataSources()).runs.length, 1);
});

test('a list that is empty, or lacks much, deletes nothing', async () => {
  clinic = await openTestClinic();
  const { lines } = await caseload();
  for (const id of ['ada-mon', 'ada-tue', 'cy-tue'])
    clinic.endpoint.remove('2026-11-18T13:05:00Z', `Appointment/${id}`);
  clinic.endpoint.emptied = true;
  clinic.setClock('2026-11-18T13:10:00Z');
  await clinic.sync.readOnce();
  clinic.setClock(TOMORROW);
  await clinic.sync.readOnce();
  clinic.endpoint.emptied = false;
  clinic.setClock('2026-11-21T14:00:00Z');
  await clinic.sync.readOnce();
  assert.equal((await dataSources()).runs.length, 1);
  clinic.setClock('2026-11-18T13:10:00Z');
  assert.deepEqual(
    (await caseload()).lines.map(({ familyName }) => familyName),
    lines.map(({ familyName }) => familyName),
  );
});

async function openWithHistory(): Promise<TestClinic> {
  const opened = await openTestClinic({ read: false });
  opened.endpoint.keepsHistory = true;
  await opened.sync.readOnce();
  return opened;
}

async function caseload(): Promise<Caseload> {
  const { body } = await clinic.get(await clinic.reader('counselor', 'ruth'), '/api/caseload');
  return body as Caseload;
}

async function marksOf(name: string): Promise<string[]> {
  const line = (await caseload()).lines.find(({ familyName }) => familyName === name);
  return (line?.strip ?? []).flatMap(({ marks }) => marks);
}

async function dataSources(): Promise<DataSources> {
  const { body } = await clinic.get(await clinic.reader('admin', null), '/api/data-sources');
  return body as DataSources;
}
