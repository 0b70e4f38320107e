import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-day.ts';
import { type PrescribedSupply, supplyGaps } from './supply-gaps.ts';

const supply = (
  startsOn: string,
  supplyEndsOn: string | null,
  about: Partial<PrescribedSupply> = {},
): PrescribedSupply => ({
  medication: 'buprenorphine',
  startsOn,
  supplyEndsOn,
  endsOn: null,
  inForce: false,
  ...about,
});
const gaps = (...supplies: PrescribedSupply[]) =>
  supplyGaps(supplies, '2026-10-01', '2026-11-18').map(({ from, to }) => `${from} ${to}`);

test('a supply that begins the day after the last one ends leaves no gap, a day later one of a day', () => {
  const first = supply('2026-10-01', '2026-10-28');
  assert.deepEqual(gaps(first, supply('2026-10-29', '2026-11-18')), []);
  assert.deepEqual(gaps(first, supply('2026-10-30', '2026-11-18')), ['2026-10-29 2026-10-29']);
});

test('after the last supply days are without only while a prescription is in force', () => {
  assert.deepEqual(gaps(supply('2026-10-01', '2026-11-10')), []);
  const inForce = { inForce: true };
  assert.deepEqual(gaps(supply('2026-10-01', '2026-11-17', inForce)), ['2026-11-18 2026-11-18']);
  assert.deepEqual(gaps(supply('2026-10-01', '2026-11-18', inForce)), []);
});

test('what is not known to end leaves no gap; what was stopped covers no further', () => {
  assert.deepEqual(gaps(supply('2026-10-01', null), supply('2026-11-10', '2026-11-18')), []);
  const stopped = supply('2026-10-01', '2026-10-28', { endsOn: '2026-10-10' });
  assert.deepEqual(gaps(stopped, supply('2026-10-12', '2026-11-18')), ['2026-10-11 2026-10-11']);
});

test('one medication does not cover for another, and naloxone is no course', () => {
  const methadone = supply('2026-10-10', '2026-11-18', { medication: 'methadone' });
  const again = supply('2026-10-12', '2026-11-18');
  assert.deepEqual(gaps(supply('2026-10-01', '2026-10-09'), methadone, again), [
    '2026-10-10 2026-10-11',
  ]);
  const kit = { medication: 'naloxone' as const, inForce: true };
  assert.deepEqual(gaps(supply('2026-10-01', '2026-10-01', kit)), []);
});

test('law: no day of a gap is covered by a supply, or lies outside what was asked for', () => {
  const day = fc.integer({ min: 0, max: 70 }).map((days) => addDays('2026-09-15', days));
  const some = fc.array(
    fc
      .tuple(day, fc.integer({ min: 0, max: 30 }), fc.boolean())
      .map(([startsOn, days, inForce]) => supply(startsOn, addDays(startsOn, days), { inForce })),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(some, (supplies) => {
      for (const { from, to } of supplyGaps(supplies, '2026-10-01', '2026-11-18')) {
        assert.ok(from >= '2026-10-01' && from <= to && to <= '2026-11-18');
        for (let one = from; one <= to; one = addDays(one, 1))
          assert.ok(
            !supplies.some(
              ({ startsOn, supplyEndsOn }) => startsOn <= one && one <= (supplyEndsOn ?? ''),
            ),
            one,
          );
      }
    }),
  );
});
