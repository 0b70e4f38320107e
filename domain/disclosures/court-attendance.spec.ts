import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientSession } from '../client-progress/client-progress.contract.ts';
import { courtAttendance } from './court-attendance.ts';

const session = (startsAt: string, status: string) => ({ startsAt, status }) as ClientSession;

test('each session is counted once, by what became of it; what has no outcome is neither kept nor missed', () => {
  const statuses = [
    ...['attended', 'attended-late', 'left-early', 'no-show', 'client-cancelled', 'excused'],
    ...['program-cancelled', 'on-hold', 'unrecorded', 'awaiting-record', 'cancelled-unknown'],
    ...['scheduled', 'waitlist'],
  ];
  const sessions = statuses.map((status) => session('2026-11-10T14:00:00Z', status));
  assert.deepEqual(courtAttendance(sessions, 'America/New_York', '2026-11-01', '2026-11-18'), {
    ...{ attended: 3, missed: 2, excused: 1, calledOff: 2, unrecorded: 3 },
  });
});

test('days are those of the site, the first and the last of them included', () => {
  const sessions = [
    session('2026-11-02T04:30:00Z', 'attended'), // the evening of 1 November
    session('2026-11-02T14:00:00Z', 'no-show'),
    session('2026-11-19T02:00:00Z', 'excused'), // the evening of 18 November
    session('2026-11-19T14:00:00Z', 'attended'),
  ];
  const counts = courtAttendance(sessions, 'America/New_York', '2026-11-02', '2026-11-18');
  assert.deepEqual([counts.attended, counts.missed, counts.excused], [0, 1, 1]);
});
