import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween, localTime, startOfDay } from './calendar-day.ts';

test('an instant lies on the calendar of the site, not of UTC', () => {
  const lateSunday = Date.parse('2026-11-16T04:30:00Z');
  assert.deepEqual(localTime(lateSunday, 'America/New_York'), {
    day: '2026-11-15',
    monday: '2026-11-09',
    weekday: 7,
    hour: 23,
  });
  assert.equal(localTime(lateSunday, 'America/Chicago').hour, 22);
});

test('a day begins at its own offset on both sides of a clock change', () => {
  assert.equal(startOfDay('2026-11-01', 'America/New_York'), Date.parse('2026-11-01T04:00:00Z'));
  assert.equal(startOfDay('2026-11-02', 'America/New_York'), Date.parse('2026-11-02T05:00:00Z'));
});

test('an unknown time zone is refused', () => {
  assert.throws(() => localTime(0, 'America/Nowhere'), RangeError);
});

test('every instant of a day maps back to that day, in any year and zone', () => {
  const zones = ['America/New_York', 'America/Chicago', 'Pacific/Auckland', 'UTC'];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 22 * 60 }),
      (n, zone, minutes) => {
        const day = addDays('2000-01-01', n);
        const at = localTime(startOfDay(day, zone) + minutes * 60_000, zone);
        assert.equal(at.day, day);
        assert.equal(daysBetween(at.monday, day), at.weekday - 1);
      },
    ),
  );
});
