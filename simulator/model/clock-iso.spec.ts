import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isoDate, utcDay } from './calendar-day.ts';
import { clockIso } from './clock-iso.ts';

const instants = fc.double({
  min: Date.UTC(1950, 0, 1),
  max: Date.UTC(2040, 0, 1),
  noNaN: true,
});

test('dates and times are those that the platform itself writes', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const written = new Date(Math.floor(instant)).toISOString();
      assert.equal(clockIso(instant), written.slice(0, 19));
      assert.equal(isoDate(utcDay(Math.floor(instant))), written.slice(0, 10));
    }),
    { numRuns: 300, endOnFailure: true },
  );
});
