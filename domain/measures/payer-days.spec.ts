import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { PAYER_DAYS } from './payer-days.ts';

const days = (...presences: [day: string, recordedMinutes: number | null][]) =>
  PAYER_DAYS.formula(
    presences.map(([day, recordedMinutes]) => ({ day, recordedMinutes })),
    () => PROGRAM_DEFAULTS,
  );

test('180 recorded minutes make a day, sessions of one day together', () => {
  assert.equal(days(['2026-11-16', 180]), 1);
  assert.equal(days(['2026-11-16', 179]), 0);
  assert.equal(days(['2026-11-16', 120], ['2026-11-16', 60], ['2026-11-17', 120]), 1);
});

test('assumed minutes never do', () => {
  assert.equal(days(['2026-11-16', null], ['2026-11-16', 120]), 0);
});

test('in any order, and never more than the days there are', () => {
  const presence = fc.record({
    day: fc.constantFrom('2026-11-16', '2026-11-17', '2026-11-18'),
    recordedMinutes: fc.option(fc.nat(300)),
  });
  fc.assert(
    fc.property(fc.array(presence), (presences) => {
      const counted = PAYER_DAYS.formula(presences, () => PROGRAM_DEFAULTS);
      assert.equal(
        PAYER_DAYS.formula(presences.toReversed(), () => PROGRAM_DEFAULTS),
        counted,
      );
      assert.ok(counted <= new Set(presences.map(({ day }) => day)).size);
    }),
  );
});
