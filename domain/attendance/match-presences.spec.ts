import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bookable, matchPresences, type Present } from './match-presences.ts';

const MINUTE = 60_000;

const booking = (recordId: string, minute: number, part: Partial<Bookable> = {}): Bookable => ({
  clientId: 'c',
  recordId,
  startsAt: minute * MINUTE,
  withinMinutes: 60,
  service: 'H0005',
  facilitatorId: 'ruth',
  siteId: 'harbor',
  sourceKey: recordId,
  ...part,
});

const presence = (id: string, minute: number, part: Partial<Present> = {}): Present => ({
  id,
  clientId: 'c',
  appointmentIds: [],
  isFree: true,
  startedAt: minute * MINUTE,
  service: 'H0005',
  practitionerId: 'ruth',
  siteId: 'harbor',
  sourceKey: id,
  ...part,
});

const matched = (bookings: readonly Bookable[], presences: readonly Present[]) =>
  Object.fromEntries(
    [...matchPresences(bookings, presences)].map(([{ recordId }, { id }]) => [recordId, id]),
  );

test('a presence belongs to the booking it names, however far apart they are', () => {
  const named = presence('p', 600, { appointmentIds: ['b'], isFree: false, service: null });
  assert.deepEqual(matched([booking('b', 0), booking('near', 600)], [named]), { b: 'p' });
});

test('one that names none belongs to the same service, with the same practitioner or site, within the hour', () => {
  const bookings = [booking('b', 0)];
  assert.deepEqual(matched(bookings, [presence('p', 60)]), { b: 'p' });
  assert.deepEqual(matched(bookings, [presence('p', 61)]), {});
  assert.deepEqual(matched(bookings, [presence('p', 5, { service: 'H0048' })]), {});
  assert.deepEqual(matched(bookings, [presence('p', 5, { clientId: 'another' })]), {});
  assert.deepEqual(matched(bookings, [presence('p', 5, { siteId: null })]), { b: 'p' });
  const elsewhere = { practitionerId: 'sam', siteId: 'mill' };
  assert.deepEqual(matched(bookings, [presence('p', 5, elsewhere)]), {});
  const unknown = { practitionerId: null, siteId: null };
  assert.deepEqual(
    matched([booking('b', 0, { facilitatorId: null, siteId: null })], [presence('p', 5, unknown)]),
    {},
  );
});

test('a presence proves one of two bookings of the same hour; two presences prove both', () => {
  const bookings = [booking('b1', 0), booking('b2', 20)];
  assert.deepEqual(matched(bookings, [presence('p', 15)]), { b2: 'p' });
  assert.deepEqual(matched(bookings, [presence('p1', 15), presence('p2', 16)]), {
    b1: 'p1',
    b2: 'p2',
  });
});

test('a booking that a presence names leaves a free one to its neighbour', () => {
  const named = presence('p1', 0, { appointmentIds: ['b1'], isFree: false });
  assert.deepEqual(matched([booking('b1', 0), booking('b2', 30)], [named, presence('p2', 1)]), {
    b1: 'p1',
    b2: 'p2',
  });
});

test('of two that are as near, the source’s own key decides', () => {
  assert.deepEqual(matched([booking('b2', 0), booking('b1', 0)], [presence('p', 0)]), { b1: 'p' });
});

const minutes = fc.integer({ min: 0, max: 180 });
const clinic = fc.record({
  bookings: fc.uniqueArray(minutes, { maxLength: 6 }),
  presences: fc.uniqueArray(minutes, { maxLength: 6 }),
});

test('a free presence proves one booking at most, and the order of arrival decides nothing', () => {
  fc.assert(
    fc.property(clinic, fc.nat(), ({ bookings, presences }, turn) => {
      const all = bookings.map((minute) => booking(`b${minute}`, minute));
      const there = presences.map((minute) => presence(`p${minute}`, minute));
      const found = matched(all, there);
      assert.equal(new Set(Object.values(found)).size, Object.keys(found).length);
      const turned = <T>(list: T[]) => [...list.slice(turn % 7), ...list.slice(0, turn % 7)];
      assert.deepEqual(matched(turned(all), turned(there).toReversed()), found);
    }),
    { endOnFailure: true },
  );
});
