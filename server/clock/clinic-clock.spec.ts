import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clinicClock } from './clinic-clock.ts';

const realTime = Date.parse('2031-05-02T20:15:00Z');

test('the clinic’s time is the real one where nothing else was chosen', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: realTime });
  assert.equal(clinicClock(null).now().getTime(), realTime);
});

test('a clock that starts at an instant goes on from there, as fast as the real one', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: realTime });
  const clock = clinicClock(new Date('2026-11-18T13:02:00Z'));
  assert.equal(clock.now().toISOString(), '2026-11-18T13:02:00.000Z');
  t.mock.timers.tick(90 * 60_000);
  assert.equal(clock.now().toISOString(), '2026-11-18T14:32:00.000Z');
});

test('two clocks that start at one instant at different times differ by that time', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: realTime });
  const startsAt = new Date('2026-11-18T13:02:00Z');
  const first = clinicClock(startsAt);
  t.mock.timers.tick(1000);
  assert.equal(first.now().getTime() - clinicClock(startsAt).now().getTime(), 1000);
});
