import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanInForce } from './plan-in-force.ts';
import { againstSource, sourceDiffers, sourceVersion } from './against-source.ts';

const TODAY = '2026-11-18';
const plan = (second: string, endsOn: string | null = '2027-01-03'): PlanInForce => ({
  planId: 'plan',
  startsOn: '2026-10-12',
  endsOn,
  phases: [
    {
      number: 1,
      startsOn: '2026-10-12',
      endsOn: '2026-11-08',
      minutesPerWeek: 720,
      weekdays: null,
    },
    { number: 2, startsOn: second, endsOn: '2027-01-03', minutesPerWeek: 540, weekdays: null },
  ],
});
/** As the database gives back what it was given. */
const kept = (version: unknown): unknown => JSON.parse(JSON.stringify(version));
const moved = { kind: 'phase', says: { number: 2, from: '2026-11-20', because: 'Asked' } } as const;
const ends = { kind: 'planned-discharge', says: { on: '2026-12-11', because: 'A job' } } as const;

test('nothing is said while the source says what it said then, whatever day it is', () => {
  const basedOn = kept(sourceVersion('phase', plan('2026-11-09')));
  assert.equal(againstSource(moved, basedOn, plan('2026-11-09'), TODAY), null);
  assert.equal(againstSource(moved, basedOn, plan('2026-11-09', null), '2026-12-24'), null);
});

test('what the source says by now is told where it is something else, and not where it is the same', () => {
  const basedOn = kept(sourceVersion('phase', plan('2026-11-09')));
  assert.equal(
    againstSource(moved, basedOn, plan('2026-11-30'), TODAY),
    'phase 1 from 12 Oct, phase 2 from 30 Nov',
  );
  assert.equal(againstSource(moved, basedOn, plan('2026-11-20'), TODAY), null);
  assert.equal(againstSource(moved, basedOn, null, TODAY), 'no phase');
});

test('so with the planned discharge', () => {
  const basedOn = kept(sourceVersion('planned-discharge', plan('2026-11-09')));
  assert.equal(againstSource(ends, basedOn, plan('2026-11-30'), TODAY), null);
  assert.equal(againstSource(ends, basedOn, plan('2026-11-09', '2027-02-01'), TODAY), '1 Feb 2027');
  assert.equal(againstSource(ends, basedOn, plan('2026-11-09', '2026-12-11'), TODAY), null);
  assert.equal(
    againstSource(ends, basedOn, plan('2026-11-09', null), TODAY),
    'no planned discharge',
  );
});

test('of a kind the last one is held against the source, with what both say', () => {
  const then = kept(sourceVersion('planned-discharge', plan('2026-11-09')));
  const written = [
    { ...ends, basedOn: then },
    { ...moved, basedOn: kept(sourceVersion('phase', plan('2026-11-09'))) },
  ];
  assert.deepEqual(sourceDiffers(written, plan('2026-11-09'), TODAY), []);
  const later = plan('2026-11-16', '2026-12-20');
  assert.deepEqual(sourceDiffers(written, later, TODAY), [
    {
      kind: 'phase',
      ours: 'phase 2 from Fri',
      source: 'phase 1 from 12 Oct, phase 2 from Mon',
    },
    { kind: 'planned-discharge', ours: '11 Dec', source: '20 Dec' },
  ]);
  const keptOurs = { ...ends, basedOn: kept(sourceVersion('planned-discharge', later)) };
  assert.deepEqual(
    sourceDiffers([...written, keptOurs], later, TODAY).map(({ kind }) => kind),
    ['phase'],
  );
});
