import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ATTENDANCE_STATUSES, type AttendanceStatus } from '../attendance/attendance-status.ts';
import { prescribedForWeek, weekHours, type PlannedPhase, type WeekSession } from './week-hours.ts';

const session = (status: AttendanceStatus, part: Partial<WeekSession> = {}): WeekSession => ({
  status,
  scheduledMinutes: 180,
  recordedMinutes: null,
  goesOn: false,
  ...part,
});

test('recorded minutes are delivered, as many as were recorded', () => {
  for (const status of ['attended', 'attended-late', 'left-early'] as const) {
    assert.equal(weekHours([session(status, { recordedMinutes: 165 })], 540).delivered, 165);
  }
});

test('attended without minutes is assumed, apart from what is delivered', () => {
  const { delivered, assumed } = weekHours([session('attended')], 540);
  assert.deepEqual([delivered, assumed], [0, 180]);
});

test('attended without minutes is booked while the session goes on', () => {
  const { assumed, booked } = weekHours([session('attended', { goesOn: true })], 540);
  assert.deepEqual([assumed, booked], [0, 180]);
});

test('what nobody recorded may have been delivered: its own part, and not missing', () => {
  const hours = weekHours([session('unrecorded'), session('awaiting-record')], 540);
  assert.deepEqual([hours.unrecorded, hours.missing], [360, 180]);
});

test('misses and cancellations of every kind give no minutes and leave them missing', () => {
  for (const status of [
    'no-show',
    'client-cancelled',
    'excused',
    'program-cancelled',
    'on-hold',
    'cancelled-unknown',
    'waitlist',
  ] as const) {
    const { delivered, assumed, booked, unrecorded, missing } = weekHours([session(status)], 540);
    assert.deepEqual([delivered, assumed, booked, unrecorded, missing], [0, 0, 0, 0, 540], status);
  }
});

test('what is missing counts everything done and still booked; more than prescribed is not negative', () => {
  const done = session('attended', { recordedMinutes: 170 });
  assert.equal(weekHours([done, session('scheduled')], 540).missing, 190);
  assert.equal(weekHours([done, session('scheduled')], 180).missing, 0);
});

test('where prescribed is not known, missing is not known either', () => {
  const { prescribed, missing } = weekHours([session('scheduled')], null);
  assert.deepEqual([prescribed, missing], [null, null]);
});

test('the parts and what is missing reach what is prescribed, in any order of sessions', () => {
  const anySession = fc.record({
    status: fc.constantFrom(...ATTENDANCE_STATUSES),
    scheduledMinutes: fc.integer({ min: 1, max: 300 }),
    recordedMinutes: fc.constant(null),
    goesOn: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anySession), fc.integer({ min: 0, max: 1200 }), (sessions, prescribed) => {
      const hours = weekHours(sessions, prescribed);
      const covered = hours.delivered + hours.assumed + hours.booked + hours.unrecorded;
      assert.equal(hours.delivered, 0);
      assert.equal(Math.max(covered, prescribed), covered + (hours.missing ?? -1));
      assert.deepEqual(weekHours(sessions.toReversed(), prescribed), hours);
    }),
  );
});

const MONDAY = '2026-11-16';
const phase = (
  startsOn: string,
  endsOn: string,
  minutesPerWeek: number | null,
  weekdays: number[] | null = null,
): PlannedPhase => ({ startsOn, endsOn, minutesPerWeek, weekdays });

const WEEKS: [what: string, phases: PlannedPhase[], minutes: number | null][] = [
  [
    'a week that lies in the plan asks for all of it',
    [phase('2026-11-02', '2026-12-27', 540)],
    540,
  ],
  ['admitted on Wednesday: three of five workdays', [phase('2026-11-18', '2026-12-27', 540)], 324],
  [
    'admitted on Wednesday, program on Monday, Wednesday and Friday: two of three',
    [phase('2026-11-18', '2026-12-27', 540, [1, 3, 5])],
    360,
  ],
  ['ended on Monday: one of five', [phase('2026-11-02', '2026-11-16', 540)], 108],
  ['a program on Saturday', [phase('2026-11-21', '2026-11-21', 540, [2, 6])], 270],
  [
    'a phase that changes on Wednesday: each asks for its days',
    [phase('2026-11-02', '2026-11-17', 900), phase('2026-11-18', '2026-12-27', 540)],
    684,
  ],
  [
    'of a week whose first days are not known, the known days',
    [phase('2026-11-02', '2026-11-17', null), phase('2026-11-18', '2026-12-27', 540)],
    324,
  ],
  ['no plan: not known', [], null],
  ['a plan that says no hours: not known', [phase('2026-11-02', '2026-12-27', null)], null],
  ['a plan that is over: not known', [phase('2026-10-01', '2026-11-15', 540)], null],
  ['a plan of another week’s days alone', [phase('2026-11-21', '2026-11-22', 540)], null],
];

for (const [what, phases, minutes] of WEEKS) {
  test(`prescribed: ${what}`, () => {
    assert.equal(prescribedForWeek(MONDAY, phases), minutes);
  });
}
