import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarDay } from './calendar-day.ts';
import { Census } from './census.ts';
import { buildClinic } from './clinic.ts';
import type { Placement } from './placement.ts';
import { PlacementLedger } from './placement-ledger.ts';
import type { ScenarioName } from './scenario.ts';
import { slotNumber, slotOfNumber } from './slot-number.ts';
import type { WeeklySlot } from './weekly-slot.ts';

const slots = fc.record<WeeklySlot>(
  {
    weekday: fc.nat({ max: 6 }),
    startsAt: fc.nat({ max: 24 * 60 - 1 }),
    minutes: fc.nat({ max: 24 * 60 - 1 }),
    weeks: fc.constantFrom('both', 'even', 'odd'),
  },
  { noNullPrototype: true },
);

test('a standing appointment is the same after it was kept as a number', () => {
  fc.assert(
    fc.property(slots, (slot) => assert.deepEqual(slotOfNumber(slotNumber(slot)), slot)),
    { numRuns: 200, endOnFailure: true },
  );
});

for (const scenario of ['as-usual', 'one-track-retains-worse'] satisfies ScenarioName[]) {
  test(`every stay is read back as it was placed: ${scenario}`, () => {
    const clinic = buildClinic(3, 60, scenario);
    const placed: Placement[] = [];
    const census = new Census(clinic, (placement) => placed.push(placement));
    census.extendTo(calendarDay('2026-03-02'));
    assert.ok(placed.length > 300, `${placed.length}`);
    assert.ok(placed.some(({ move }) => move) && placed.some(({ counselor }) => !counselor));
    for (const placement of placed) {
      assert.deepEqual(census.placementsOf(placement.client)[placement.ordinal], placement);
    }
  });
}

test('a client who was not placed yet has no stays', () => {
  const ledger = new PlacementLedger(buildClinic(1, 16));
  assert.deepEqual(ledger.staysOf(ledger.enter()), []);
  assert.deepEqual(ledger.staysOf(7), []);
});
