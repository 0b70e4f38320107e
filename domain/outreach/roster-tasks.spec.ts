import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttendanceStatus } from '../attendance/attendance-status.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { at, NEW_YORK } from './client-facts.fixture.ts';
import { rosterTask } from './roster-tasks.ts';

const START = at('2026-11-18T14:00:00Z');
const task = (minutes: number, ...statuses: AttendanceStatus[]) =>
  rosterTask(
    {
      sessionId: 'group',
      service: 'Group A',
      startsAt: START,
      endsAt: START + 180 * 60_000,
      timeZone: NEW_YORK,
      facilitatorId: 'ruth',
      members: statuses.map((status, i) => ({ recordId: `r${i}`, status, counselorId: 'sam' })),
    },
    START + minutes * 60_000,
    PROGRAM_DEFAULTS,
  );

test('a session is on the facilitator’s list from 30 minutes after the start, not before', () => {
  assert.equal(task(29.99, 'scheduled'), null);
  assert.equal(task(30, 'scheduled')?.ownerId, 'ruth');
});

test('one task a session, however many are open, until all are recorded', () => {
  const open = task(60, 'scheduled', 'attended', 'unrecorded');
  assert.equal(open?.evidence, 'Group A, Wed 18 Nov: 2 of 3 not recorded');
  assert.deepEqual(open?.recordIds, ['r0', 'r2']);
  assert.equal(task(60, 'attended', 'no-show', 'program-cancelled'), null);
});
