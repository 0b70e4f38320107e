import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localTime } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { lastHere } from './last-here.ts';

const NEW_YORK = 'America/New_York';
const since = (asOf: string, zone = NEW_YORK) =>
  new Date(lastHere(Date.parse(asOf), zone, PROGRAM_DEFAULTS)).toISOString();

const MORNINGS: [what: string, asOf: string, since: string][] = [
  ['Wednesday: Tuesday at 5 pm', '2026-11-18T13:02:00Z', '2026-11-17T22:00:00.000Z'],
  ['Monday: Friday at 5 pm', '2026-11-16T13:00:00Z', '2026-11-13T22:00:00.000Z'],
  ['Sunday and Saturday: Friday', '2026-11-15T13:00:00Z', '2026-11-13T22:00:00.000Z'],
  ['Saturday: Friday', '2026-11-14T13:00:00Z', '2026-11-13T22:00:00.000Z'],
  ['late on Tuesday still Monday', '2026-11-18T03:00:00Z', '2026-11-16T22:00:00.000Z'],
  // Clocks went back on Sunday 1 November: 5 pm on Friday was still summer time.
  ['Monday after the clock change', '2026-11-02T13:00:00Z', '2026-10-30T21:00:00.000Z'],
];

for (const [what, asOf, expected] of MORNINGS) {
  test(what, () => assert.equal(since(asOf), expected));
}

test('always a weekday before today, at the end of the working day of the site', () => {
  const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });
  const zone = fc.constantFrom(NEW_YORK, 'America/Phoenix', 'Asia/Kolkata');
  fc.assert(
    fc.property(instant, zone, (asOf, timeZone) => {
      const then = localTime(lastHere(asOf, timeZone, PROGRAM_DEFAULTS), timeZone);
      assert.equal(then.hour, 17);
      assert.ok(then.weekday <= 5 && then.day < localTime(asOf, timeZone).day);
    }),
  );
});
