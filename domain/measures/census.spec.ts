import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CENSUS } from './census.ts';

const stay = { admittedOn: '2026-11-02', endedOn: '2026-11-20', holds: [] };
const on = (day: string, part: Partial<Parameters<typeof CENSUS.formula>[0][number]> = {}) =>
  CENSUS.formula([{ ...stay, ...part }], day);

test('from the day of admission to the day before discharge', () => {
  const days = ['2026-11-01', '2026-11-02', '2026-11-19', '2026-11-20'];
  assert.deepEqual(
    days.map((day) => on(day)),
    [0, 1, 1, 0],
  );
});

test('an episode without an end goes on', () => {
  assert.equal(on('2027-06-01', { endedOn: null }), 1);
});

test('on hold is not in the census, until the day the hold ends', () => {
  const holds = [{ startsOn: '2026-11-05', endsOn: '2026-11-09' }];
  const days = ['2026-11-04', '2026-11-05', '2026-11-08', '2026-11-09'];
  assert.deepEqual(
    days.map((day) => on(day, { holds })),
    [1, 0, 0, 1],
  );
  assert.equal(on('2026-11-19', { holds: [{ startsOn: '2026-11-05', endsOn: null }] }), 0);
});

test('every stay counts', () => {
  assert.equal(CENSUS.formula([stay, stay, { ...stay, endedOn: '2026-11-03' }], '2026-11-10'), 2);
});
