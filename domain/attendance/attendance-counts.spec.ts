import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  attended,
  type AttendanceCounts,
  attendedUnlessExcused,
  consecutiveMisses,
  countAttendance,
  countCells,
  denominator,
  notShown,
  pastSessions,
  rateOf,
  recorded,
  shown,
} from './attendance-counts.ts';
import { ATTENDANCE_STATUSES, countsInDenominator } from './attendance-status.ts';
import type { AttendanceStatus } from './attendance-status.ts';

const attendanceRate = (counts: AttendanceCounts) => rateOf(attended(counts));
const rateExcludingExcused = (counts: AttendanceCounts) => rateOf(attendedUnlessExcused(counts));
const showRate = (counts: AttendanceCounts) => rateOf(shown(counts));
const noShowRate = (counts: AttendanceCounts) => rateOf(notShown(counts));
const completeness = (counts: AttendanceCounts) => rateOf(recorded(counts));

const RATES = [attendanceRate, rateExcludingExcused, showRate, noShowRate];
const anyStatus = fc.constantFrom(...ATTENDANCE_STATUSES);
const anySessions = fc.array(anyStatus, { maxLength: 60 });

const times = (n: number, status: AttendanceStatus) => Array<AttendanceStatus>(n).fill(status);
const to4 = (value: number | null) => value?.toFixed(4);

test('the worked example: A=17 (2 late, 1 left early), X=2, CC=1, NS=3, PC=2, unrecorded=1', () => {
  const counts = countAttendance([
    ...times(14, 'attended'),
    ...times(2, 'attended-late'),
    ...times(1, 'left-early'),
    ...times(2, 'excused'),
    ...times(1, 'client-cancelled'),
    ...times(3, 'no-show'),
    ...times(2, 'program-cancelled'),
    ...times(1, 'unrecorded'),
  ]);
  assert.equal(counts.attended, 17);
  assert.equal(denominator(counts), 23);
  assert.equal(to4(attendanceRate(counts)), '0.7391');
  assert.equal(to4(rateExcludingExcused(counts)), '0.8095');
  assert.equal(to4(showRate(counts)), '0.8500');
  assert.equal(to4(noShowRate(counts)), '0.1304');
  assert.equal(to4(completeness(counts)), '0.9615');
});

test('nothing to divide by is not 0 %', () => {
  const counts = countAttendance(['scheduled', 'waitlist', 'awaiting-record']);
  for (const rate of [...RATES, completeness]) assert.equal(rate(counts), null);
});

test('a session awaiting its record is not past due, so it leaves completeness alone', () => {
  const past: AttendanceStatus[] = ['attended', 'unrecorded'];
  assert.equal(completeness(countAttendance([...past, 'awaiting-record'])), 0.5);
});

test('on hold and cancelled by the program or without a reason count in no rate, yet are past', () => {
  for (const status of ['on-hold', 'program-cancelled', 'cancelled-unknown'] as const) {
    const counts = countAttendance(['attended', 'no-show', status, 'unrecorded']);
    assert.equal(attendanceRate(counts), 0.5, status);
    assert.equal(counts.excluded, 1, status);
    assert.equal(completeness(counts), 0.75, status);
  }
});

test('every rate lies within 0–1', () => {
  fc.assert(
    fc.property(anySessions, (sessions) => {
      for (const rate of [...RATES, completeness]) {
        const value = rate(countAttendance(sessions));
        assert.ok(value === null || (value >= 0 && value <= 1), String(value));
      }
    }),
  );
});

test('the parts sum to all sessions but those that have not happened, and D to those that count', () => {
  fc.assert(
    fc.property(anySessions, (sessions) => {
      const counts = countAttendance(sessions);
      const toCome = sessions.filter((status) => ['scheduled', 'waitlist'].includes(status));
      const parts = Object.values(counts).reduce<number>((sum, part) => sum + Number(part), 0);
      assert.equal(parts, sessions.length - toCome.length);
      assert.equal(parts, pastSessions(counts));
      assert.equal(denominator(counts), sessions.filter(countsInDenominator).length);
    }),
  );
});

test('sums by outcome count as their sessions do, and a walk-in counts in none', () => {
  fc.assert(
    fc.property(anySessions, fc.nat(9), (sessions, walkIns) => {
      const cells = ATTENDANCE_STATUSES.map((outcome) => ({
        outcome,
        sessions: sessions.filter((status) => status === outcome).length,
      }));
      const walkIn = { outcome: 'walk-in' as const, sessions: walkIns };
      assert.deepEqual(countCells([...cells, walkIn]), countAttendance(sessions));
    }),
  );
});

test('the order of sessions does not matter to their counts', () => {
  const shuffled = anySessions.chain((sessions) =>
    fc.tuple(
      fc.constant(sessions),
      fc.shuffledSubarray(sessions, { minLength: sessions.length, maxLength: sessions.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([sessions, turned]) => {
      assert.deepEqual(countAttendance(turned), countAttendance(sessions));
    }),
  );
});

test('an unrecorded session changes no rate, and lowers completeness', () => {
  fc.assert(
    fc.property(anySessions, (sessions) => {
      const before = countAttendance(sessions);
      const after = countAttendance([...sessions, 'unrecorded']);
      for (const rate of RATES) assert.equal(rate(after), rate(before));
      const complete = completeness(before) ?? 1;
      const now = completeness(after);
      assert.ok(now !== null && (now < complete || (now === 0 && complete === 0)));
    }),
  );
});

const STREAKS: [sessions: AttendanceStatus[], run: number][] = [
  [[], 0],
  [['no-show', 'attended'], 0],
  [['attended', 'no-show', 'client-cancelled'], 2],
  [['no-show', 'excused', 'no-show'], 2],
  [['no-show', 'left-early', 'no-show', 'excused'], 1],
  [['no-show', 'on-hold', 'program-cancelled', 'unrecorded', 'no-show', 'scheduled'], 2],
  [['excused', 'excused'], 0],
];

for (const [sessions, run] of STREAKS) {
  test(`consecutive misses of ${sessions.join(', ') || 'no sessions'}: ${run}`, () => {
    assert.equal(consecutiveMisses(sessions), run);
  });
}

test('excused, and what counts in no rate, neither adds to a run of misses nor resets it', () => {
  const neutral = anyStatus.filter((s) => s === 'excused' || !countsInDenominator(s));
  fc.assert(
    fc.property(anySessions, anySessions, neutral, (before, after, status) => {
      const without = consecutiveMisses([...before, ...after]);
      assert.equal(consecutiveMisses([...before, status, ...after]), without);
    }),
  );
});

test('one more miss adds one to the run, an attendance ends it', () => {
  fc.assert(
    fc.property(anySessions, (sessions) => {
      const run = consecutiveMisses(sessions);
      assert.equal(consecutiveMisses([...sessions, 'no-show']), run + 1);
      assert.equal(consecutiveMisses([...sessions, 'client-cancelled']), run + 1);
      assert.equal(consecutiveMisses([...sessions, 'attended-late']), 0);
    }),
  );
});
