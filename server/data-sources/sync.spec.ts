import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { Caseload } from '#domain/caseload/caseload.contract';
import type { DataSources, Health } from '#domain/data-sources/data-sources.contract';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { Identities } from './identities.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { takeInPage } from './read-page.ts';

const HOLDER = '00000000-0000-0000-0000-000000000001';
let clinic: TestClinic;
afterEach(() => clinic.close());

test('a first read takes every page of every type, and the caseload is there', async () => {
  clinic = await openTestClinic();
  assert.deepEqual((await caseload()).lines.map(({ familyName }) => familyName).sort(), [
    'Ada',
    'Bo',
  ]);
  const { counts } = await dataSources();
  const received = Object.fromEntries(
    counts.map(({ resourceType, received }) => [resourceType, received]),
  );
  assert.equal(received['Appointment'], 7);
  assert.equal(received['Patient'], 4);
});

test('health says starting until what is current is there, then ready', async () => {
  clinic = await openTestClinic({ read: false });
  assert.equal((await health()).status, 'starting');
  await clinic.sync.readOnce();
  const { status, sync } = await health();
  assert.deepEqual([status, sync?.historyComplete], ['ready', true]);
});

test('a change at the source shows after the next read; an unchanged source changes nothing', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put('2026-11-18T13:05:00Z', booking('ada-wed', 'ada', '2026-11-18', 'noshow'));
  clinic.setClock('2026-11-18T17:30:00Z');
  await clinic.sync.readOnce();
  assert.equal((await line('Ada')).flags[0]?.what, '2 no-shows in a row');
  const before = await dataSources();
  await clinic.sync.readOnce();
  assert.deepEqual((await dataSources()).runs, before.runs);
});

test('the overlap of two reads counts nothing twice', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put('2026-11-18T13:01:30Z', presence('again', 'bo', '2026-11-17', 180));
  await clinic.sync.readOnce();
  await clinic.sync.readOnce();
  const { attendance, hours } = await line('Bo');
  assert.deepEqual([attendance.numerator, attendance.denominator, hours.delivered], [1, 1, 180]);
});

test('an answer with no entries is not read as "everything was deleted"', async () => {
  clinic = await openTestClinic();
  const before = await caseload();
  clinic.endpoint.emptied = true;
  await clinic.sync.readOnce();
  assert.deepEqual((await caseload()).lines, before.lines);
});

test('a read that fails says why, keeps what it had, and goes on where it was', async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.failOnce('/Appointment');
  await assert.rejects(clinic.sync.readOnce(), /refused the request \(400, transient\)/);
  const asked = clinic.endpoint.asked.length;
  await clinic.sync.readOnce();
  const again = clinic.endpoint.asked
    .slice(asked)
    .filter((address) => !address.includes('_lastUpdated'));
  assert.ok(
    again.every((address) => !/\/(Organization|Practitioner|Patient)\?/.test(address)),
    again.join('\n'),
  );
  assert.equal((await caseload()).lines.length, 2);
});

test('what cannot be used is held back with its reason, and used once it can be', async () => {
  clinic = await openTestClinic();
  const startless = { ...booking('late-one', 'ada', '2026-11-17', 'fulfilled'), start: undefined };
  clinic.endpoint.put('2026-11-18T13:01:00Z', startless);
  await clinic.sync.readOnce();
  const { heldBack } = await dataSources();
  assert.deepEqual(
    heldBack.map(({ reason, count }) => [reason, count]),
    [['Has no start time', 1]],
  );
  clinic.endpoint.put(
    '2026-11-18T13:01:30Z',
    booking('late-one', 'ada', '2026-11-17', 'fulfilled'),
  );
  await clinic.sync.readOnce();
  assert.deepEqual((await dataSources()).heldBack, []);
});

test('a first read also finds what has no time to be searched by', async () => {
  clinic = await openTestClinic({ read: false });
  const startless = { ...booking('late-one', 'ada', '2026-11-17', 'fulfilled'), start: undefined };
  clinic.endpoint.put('2026-09-01T13:00:00Z', startless);
  await clinic.sync.readOnce();
  const { heldBack } = await dataSources();
  assert.deepEqual(
    heldBack.map(({ reason, count }) => [reason, count]),
    [['Has no start time', 1]],
  );
});

test('what was answered and tested lately is read before anything of the years behind it', async () => {
  clinic = await openTestClinic({ read: false });
  await clinic.sync.readOnce();
  const asked = clinic.endpoint.asked.filter((address) => !address.includes('_lastUpdated'));
  const lately = asked.findIndex((address) => /\/Observation\?.*date=ge2026-10/.test(address));
  const answered = asked.findIndex((address) =>
    /\/QuestionnaireResponse\?.*authored=ge2026-10/.test(address),
  );
  const behind = asked.findIndex((address) => /\/Condition\?/.test(address));
  assert.ok(lately > 0 && answered > 0 && behind > 0, asked.join('\n'));
  assert.ok(lately < behind && answered < behind, asked.join('\n'));
});

test('an encounter without a booking is a walk-in: its hours count, the rate does not', async () => {
  clinic = await openTestClinic();
  const before = await line('Bo');
  clinic.endpoint.put('2026-11-18T13:01:00Z', presence('walk-in', 'bo', '2026-11-16', 90));
  await clinic.sync.readOnce();
  const after = await line('Bo');
  assert.equal(after.hours.delivered - before.hours.delivered, 90);
  assert.deepEqual(after.attendance, before.attendance);
  assert.ok(after.strip.at(-1)?.marks.includes('walk-in'));
});

test('looking back, a walk-in is not known of before it came', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put('2026-11-18T13:01:00Z', presence('walk-in', 'bo', '2026-11-18', 90));
  await clinic.sync.readOnce();
  const ruth = await clinic.reader('counselor', 'ruth');
  const asOf = '2026-11-17T22:00:00Z';
  const { body } = await clinic.get(ruth, `/api/caseload?asOf=${asOf}`);
  const bo = (body as Caseload).lines.find(({ familyName }) => familyName === 'Bo');
  assert.ok(!bo?.strip.flatMap(({ marks }) => marks).includes('walk-in'));
  assert.equal(bo?.next, null);
  const id = await clinic.idOf('Patient/bo');
  const client = await clinic.get(ruth, `/api/clients/${id}?asOf=${asOf}`);
  assert.ok((client.body as ClientProgress).sessions.every(({ walkIn }) => !walkIn));
});

test('a walk-in that turns out to have been booked is counted once, as attended', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put('2026-11-18T13:01:00Z', presence('there', 'bo', '2026-11-16', 90));
  await clinic.sync.readOnce();
  clinic.endpoint.put('2026-11-18T13:01:10Z', booking('booked-late', 'bo', '2026-11-16', 'booked'));
  await clinic.sync.readOnce();
  const { attendance, hours } = await line('Bo');
  assert.deepEqual([attendance.numerator, attendance.denominator, hours.delivered], [1, 1, 90]);
});

test('a walk-in that is read again beside its booking is counted once', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put('2026-11-18T13:01:00Z', presence('there', 'bo', '2026-11-16', 90));
  await clinic.sync.readOnce();
  const page = [
    { ...booking('booked-late', 'bo', '2026-11-16', 'booked'), meta: { versionId: '1' } },
    { ...presence('there', 'bo', '2026-11-16', 95), meta: { versionId: 'next' } },
  ];
  const how = {
    holder: HOLDER,
    receivedAt: new Date('2026-11-18T13:02:00Z'),
    live: false,
    ids: new Identities(),
  };
  await clinic.sync.stop();
  await takeInPage(clinic.database, clinic.source, { resources: page }, how, async () => undefined);
  const { attendance, hours } = await line('Bo');
  assert.deepEqual([attendance.numerator, attendance.denominator, hours.delivered], [1, 1, 95]);
});

test('of two servers that come with the same page at once, one takes it in and the other leaves it', async () => {
  clinic = await openTestClinic();
  await clinic.sync.stop();
  const page = [
    { ...booking('ada-mon', 'ada', '2026-11-16', 'booked'), meta: { versionId: 'next' } },
  ];
  const taken = await Promise.allSettled(
    [randomUUID(), randomUUID()].map((holder) =>
      takeInPage(
        clinic.database,
        clinic.source,
        { resources: page },
        {
          holder,
          receivedAt: new Date('2026-11-18T13:02:00Z'),
          live: false,
          ids: new Identities(),
        },
        async () => undefined,
      ),
    ),
  );
  const refused = taken.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
  assert.deepEqual(
    refused.map(({ message }) => message),
    ['Another server is reading this source.'],
  );
});

test('a later edit of a cancelled appointment does not change the notice that was given', async () => {
  clinic = await openTestClinic({ read: false });
  const system = 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason';
  const cancelled = booking('bo-thu', 'bo', '2026-11-12', 'cancelled', {
    cancelationReason: { coding: [{ system, code: 'pat' }] },
  });
  clinic.endpoint.put('2026-11-10T12:00:00Z', cancelled);
  await clinic.sync.readOnce();
  clinic.endpoint.put('2026-11-18T13:01:00Z', { ...cancelled, comment: 'seen by billing' });
  await clinic.sync.readOnce();
  assert.ok((await line('Bo')).strip[2]?.marks.includes('excused'));
});

const caseload = async () =>
  (await clinic.get(await clinic.reader('counselor', 'ruth'), '/api/caseload')).body as Caseload;
const line = async (name: string) => {
  const found = (await caseload()).lines.find(({ familyName }) => familyName === name);
  assert.ok(found, `${name} is not on the caseload`);
  return found;
};
const dataSources = async () =>
  (await clinic.get(await clinic.reader('admin', null), '/api/data-sources')).body as DataSources;
const health = async () =>
  (await clinic.app.inject({ url: '/api/health', headers: { host: 'localhost' } })).json<Health>();
