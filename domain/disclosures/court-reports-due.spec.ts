import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { byReportDay, reportState } from './court-reports-due.ts';

const today = '2026-11-18';
const state = (dueOn: string | null, isCovered = true, refusedOn: string | null = null) =>
  reportState({ dueOn, today, isCovered, refusedOn }, PROGRAM_DEFAULTS);

test('a report is due in the days before its day, overdue from the day after, and sent once it has left', () => {
  assert.deepEqual(
    [
      state('2026-11-26'),
      state('2026-11-25'),
      state('2026-11-18'),
      state('2026-11-17'),
      state(null),
    ],
    ['later', 'due', 'due', 'overdue', 'sent'],
  );
});

test('who was refused stays refused until a consent covers the report; without a try it is due', () => {
  assert.equal(state('2026-11-17', false), 'overdue');
  assert.equal(state('2026-11-17', false, '2026-11-16'), 'refused');
  assert.equal(state('2026-12-17', false, '2026-11-16'), 'refused');
  assert.equal(state('2026-11-17', true, '2026-11-16'), 'overdue');
});

test('what is due first comes first, what was sent last of all, the newest before', () => {
  const line = (key: string, dueOn: string | null, sentOn: string | null = null) => ({
    ...{ key, dueOn, sentOn, state: 'due' as const, familyName: 'A', givenName: 'B' },
  });
  const lines = [
    line('sent', null, '2026-11-01'),
    line('next', '2026-11-20'),
    line('sent later', null, '2026-11-10'),
    line('late', '2026-11-10'),
  ];
  assert.deepEqual(
    lines.toSorted(byReportDay).map(({ key }) => key),
    ['late', 'next', 'sent later', 'sent'],
  );
});
