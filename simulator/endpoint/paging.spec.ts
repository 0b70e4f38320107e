import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Appointment } from 'fhir/r4';
import { openClinic } from './open-clinic.fixture.ts';

const AT = '2025-03-11T12:00:00Z';
const HOUR = 3_600_000;

for (const sort of ['', '&_sort=_lastUpdated', '&_sort=-_lastUpdated', '&_sort=date']) {
  test(`pages give every id once while the clock advances ${sort}`, async () => {
    const expected = await openClinic({ at: AT }).all<Appointment>('Appointment?_count=1000');
    const clinic = openClinic({ at: AT });
    const read = await clinic.all<Appointment>(`Appointment?_count=97${sort}`, () =>
      clinic.advance(5 * HOUR),
    );
    const byId = (one: Appointment, other: Appointment) => one.id!.localeCompare(other.id!);
    assert.equal(new Set(read.map(({ id }) => id)).size, read.length);
    assert.deepEqual(read.toSorted(byId), expected.toSorted(byId));
    if (!sort) return;
    const key = ({ meta, start }: Appointment) =>
      Date.parse(sort.endsWith('=date') ? start! : meta!.lastUpdated!);
    const keys = read.map(key);
    const rising = sort.includes('-') ? keys.toReversed() : keys;
    assert.deepEqual(
      rising,
      keys.toSorted((one, other) => one - other),
    );
  });
}

test('a page that was written to meanwhile still shows what stood when the search began', async () => {
  const clinic = openClinic({ at: AT });
  const status = 'Appointment?status=booked&_count=5';
  const expected = await clinic.all<Appointment>(status);
  const last = expected[expected.length - 1];
  clinic.advance(1);
  let written = false;
  const first = openClinic({ at: AT });
  const read = await first.all<Appointment>(status, () => {
    if (written) return;
    written = true;
    first.advance(1_000);
    void first.put({ ...last, status: 'cancelled' } as Appointment);
  });
  assert.deepEqual(read, expected);
});

test('a bundle says what it is, and its self link reads the same again', async () => {
  const clinic = openClinic({ at: AT });
  const [bundle] = await clinic.pages('Patient?_count=3');
  assert.equal(bundle.type, 'searchset');
  assert.equal(bundle.entry?.length, 3);
  assert.equal(bundle.entry[0].search?.mode, 'match');
  const { resource, fullUrl } = bundle.entry[0];
  assert.deepEqual((await clinic.app.inject({ url: fullUrl })).json(), resource);
  const self = bundle.link?.find(({ relation }) => relation === 'self')?.url;
  assert.deepEqual((await clinic.app.inject({ url: self })).json(), bundle);
});
