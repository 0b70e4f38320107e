import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Appointment } from 'fhir/r4';
import { sql } from 'kysely';
import type { Caseload } from '#domain/caseload/caseload.contract';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const LATER = '2026-11-18T13:01:00Z';
const naming = (...ids: string[]) => ({
  appointment: ids.map((id) => ({ reference: `Appointment/${id}` })),
});

test('a presence outlives its booking: deleted, it leaves a client who walked in', async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.keepsHistory = true;
  await clinic.sync.readOnce();
  clinic.endpoint.remove(LATER, 'Appointment/ada-mon');
  await clinic.sync.readOnce();
  const { strip, hours, attendance, daysSinceSeen } = await line('Ada');
  assert.ok(strip.at(-1)?.marks.includes('walk-in'));
  assert.deepEqual([hours.delivered, attendance.numerator, daysSinceSeen], [175, 0, 2]);
  clinic.endpoint.put('2026-11-18T13:01:30Z', booking('ada-mon', 'ada', '2026-11-16', 'fulfilled'));
  await clinic.sync.readOnce();
  const again = await line('Ada');
  assert.ok(!again.strip.at(-1)?.marks.includes('walk-in'));
  assert.deepEqual([again.hours.delivered, again.attendance.numerator], [175, 1]);
});

for (const first of ['presence', 'booking'] as const) {
  test(`a presence that names a booking entered in error is a walk-in, the ${first} read first`, async () => {
    clinic = await openTestClinic();
    const put = {
      presence: () =>
        clinic.endpoint.put(LATER, presence('there', 'bo', '2026-11-16', 90, naming('mistake'))),
      booking: () =>
        clinic.endpoint.put(LATER, booking('mistake', 'bo', '2026-11-16', 'entered-in-error')),
    };
    put[first]();
    await clinic.sync.readOnce();
    put[first === 'presence' ? 'booking' : 'presence']();
    await clinic.sync.readOnce();
    assert.equal((await line('Bo')).hours.delivered, 90);
  });
}

test('a presence that names a booking not yet received waits for it', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(LATER, presence('there', 'bo', '2026-11-16', 90, naming('coming')));
  await clinic.sync.readOnce();
  assert.equal((await line('Bo')).hours.delivered, 0);
  clinic.endpoint.put(LATER, booking('coming', 'bo', '2026-11-16', 'booked'));
  await clinic.sync.readOnce();
  const { hours, attendance } = await line('Bo');
  assert.deepEqual([hours.delivered, attendance.numerator], [90, 1]);
});

test('a presence that names nothing proves one of two bookings of the same hour, whichever came first', async () => {
  for (const together of [true, false]) {
    clinic = await openTestClinic();
    clinic.endpoint.put(LATER, booking('twice', 'bo', '2026-11-17', 'booked'));
    if (!together) await clinic.sync.readOnce();
    clinic.endpoint.put(LATER, presence('there', 'bo', '2026-11-17', 90));
    await clinic.sync.readOnce();
    const { hours, attendance } = await line('Bo');
    assert.deepEqual([hours.delivered, attendance.numerator], [90, 1]);
    await clinic.close();
  }
  clinic = await openTestClinic();
});

test('of two presences at two bookings each proves its own, and a booking that goes frees one', async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.keepsHistory = true;
  const half = (id: string, start: string): Appointment => ({
    ...booking(id, 'bo', '2026-11-16', 'booked'),
    start,
    end: undefined,
    minutesDuration: 30,
  });
  const there = (id: string, start: string) => ({
    ...presence(id, 'bo', '2026-11-16', 30),
    period: { start, end: new Date(Date.parse(start) + 25 * 60_000).toISOString() },
  });
  clinic.endpoint.put(
    LATER,
    half('first', '2026-11-16T14:00:00Z'),
    half('second', '2026-11-16T14:30:00Z'),
    there('one', '2026-11-16T14:02:00Z'),
    there('two', '2026-11-16T14:28:00Z'),
  );
  await clinic.sync.readOnce();
  assert.deepEqual(counts(await line('Bo')), [50, 2, 0]);
  clinic.endpoint.remove(LATER, 'Appointment/second');
  await clinic.sync.readOnce();
  assert.deepEqual(counts(await line('Bo')), [50, 1, 1]);
});

test('a booking that comes back takes its presence from the one it had gone over to', async () => {
  clinic = await openTestClinic();
  const again = (status: Appointment['status']): Appointment =>
    booking('again', 'bo', '2026-11-17', status, { start: '2026-11-17T14:30:00Z' });
  clinic.endpoint.put(
    LATER,
    again('entered-in-error'),
    presence('there', 'bo', '2026-11-17', 90, naming('again')),
  );
  await clinic.sync.readOnce();
  assert.deepEqual(counts(await line('Bo')), [90, 1, 0]);
  clinic.endpoint.put('2026-11-18T13:01:30Z', again('booked'));
  await clinic.sync.readOnce();
  assert.deepEqual(counts(await line('Bo')), [90, 1, 0]);
});

test('a presence that names its booking proves it however late it began', async () => {
  clinic = await openTestClinic();
  const late = { period: { start: '2026-11-16T18:30:00Z', end: '2026-11-16T19:30:00Z' } };
  clinic.endpoint.put(
    LATER,
    presence('there', 'bo', '2026-11-16', 60, { ...naming('coming'), ...late }),
  );
  await clinic.sync.readOnce();
  clinic.endpoint.put(LATER, booking('coming', 'bo', '2026-11-16', 'booked'));
  await clinic.sync.readOnce();
  assert.deepEqual(counts(await line('Bo')), [60, 1, 0]);
});

test('a presence whose booking turns out to be another client’s is of one who walked in', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(LATER, presence('there', 'bo', '2026-11-16', 90, naming('theirs')));
  await clinic.sync.readOnce();
  const lesson = { serviceType: [{ coding: [{ code: 'H2027' }] }] };
  clinic.endpoint.put(
    LATER,
    booking('theirs', 'ada', '2026-11-16', 'booked'),
    booking('another', 'bo', '2026-11-16', 'booked', lesson),
  );
  await clinic.sync.readOnce();
  assert.deepEqual(counts(await line('Bo')), [90, 0, 1]);
});

test('of two bookings as near to a presence, the source’s own key decides, whichever came first', async () => {
  for (const order of [
    ['key-a', 'key-b'],
    ['key-b', 'key-a'],
  ]) {
    clinic = await openTestClinic();
    for (const id of order) {
      clinic.endpoint.put(LATER, booking(id, 'bo', '2026-11-14', 'booked'));
      await clinic.sync.readOnce();
    }
    clinic.endpoint.put(LATER, presence('there', 'bo', '2026-11-14', 90));
    await clinic.sync.readOnce();
    const proved = await clinic.database.own((scoped) =>
      sql<{ key: string }>`
        SELECT i.source_key AS key FROM attendance a JOIN identity i ON i.id = a.record_id
         WHERE i.source_key LIKE 'key-%' AND a.encounter_id IS NOT NULL`.execute(scoped),
    );
    assert.deepEqual(
      proved.rows.map(({ key }) => key),
      ['key-a'],
    );
    await clinic.close();
  }
  clinic = await openTestClinic();
});

test('who came to one of several sessions of one moment has not missed the last', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => booking(id, 'bo', '2026-11-17', 'noshow')),
    presence('there', 'bo', '2026-11-17', 170, naming('c')),
  );
  await clinic.sync.readOnce();
  const { flags } = await line('Bo');
  assert.deepEqual(
    flags.filter(({ rule }) => rule === 'consecutive-misses'),
    [],
  );
});

test('who comes unbooked to a lesson of the program walked in', async () => {
  clinic = await openTestClinic();
  const system = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
  const lesson = { serviceType: { coding: [{ system, code: 'H2027' }] } };
  clinic.endpoint.put(LATER, presence('lesson', 'bo', '2026-11-16', 60, lesson));
  await clinic.sync.readOnce();
  assert.equal((await line('Bo')).hours.delivered, 60);
});

const counts = ({ hours, attendance, strip }: Caseload['lines'][number]) => [
  hours.delivered,
  attendance.numerator,
  strip.flatMap(({ marks }) => marks).filter((mark) => mark === 'walk-in').length,
];

async function line(name: string): Promise<Caseload['lines'][number]> {
  const { body } = await clinic.get(await clinic.reader('counselor', 'ruth'), '/api/caseload');
  const found = (body as Caseload).lines.find(({ familyName }) => familyName === name);
  assert.ok(found, name);
  return found;
}
