import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CellOutcome } from '../attendance/attendance-counts.ts';
import { ATTENDANCE_STATUSES, isAttended } from '../attendance/attendance-status.ts';
import { SESSION_MEASURES } from './catalogue.ts';
import { addUp } from './figure-of.ts';
import type { OutcomeCell } from './measure.ts';
import {
  ATTENDANCE_HOURS,
  HOURS_DELIVERED,
  HOURS_LOST_BY_CLIENTS,
  HOURS_LOST_BY_US,
} from './session-hours.ts';
import { ATTENDANCE_SESSIONS } from './attendance-sessions.ts';
import {
  ATTENDANCE_EXCLUDING_EXCUSED,
  COMPLETENESS,
  NO_SHOW_RATE,
  SHOW_RATE,
} from './session-rates.ts';
import { valueOf } from './value-of.ts';

/** So many sessions of three hours; of those attended, as many minutes as were recorded. */
const cell = (outcome: CellOutcome, sessions: number, recorded = 0, assumed = 0): OutcomeCell => ({
  outcome,
  sessions,
  scheduledMinutes: outcome === 'walk-in' ? 0 : 180 * sessions,
  recordedMinutes: recorded,
  assumedMinutes: assumed,
});

/** The worked example, with minutes: one of 14 attended sessions is assumed. */
const WORKED = [
  cell('attended', 14, 13 * 180, 180),
  cell('attended-late', 2, 2 * 150),
  cell('left-early', 1, 90),
  cell('excused', 2),
  cell('client-cancelled', 1),
  cell('no-show', 3),
  cell('program-cancelled', 2),
  cell('unrecorded', 1),
  cell('walk-in', 1, 60),
];

test('the worked example: A=17 (2 late, 1 left early), X=2, CC=1, NS=3, PC=2, unrecorded=1', () => {
  const values = [
    ATTENDANCE_SESSIONS,
    ATTENDANCE_EXCLUDING_EXCUSED,
    SHOW_RATE,
    NO_SHOW_RATE,
    COMPLETENESS,
  ].map((measure) => valueOf(measure, measure.count(WORKED))?.toFixed(4));
  assert.deepEqual(values, ['0.7391', '0.8095', '0.8500', '0.1304', '0.9615']);
});

test('each rate says what its denominator leaves out', () => {
  const leftOut = [ATTENDANCE_SESSIONS, ATTENDANCE_EXCLUDING_EXCUSED, SHOW_RATE, NO_SHOW_RATE];
  assert.deepEqual(
    leftOut.map((measure) => {
      const { denominator, excluded, unrecorded, past } = measure.count(WORKED);
      return [denominator, excluded, unrecorded, past];
    }),
    [
      [23, 2, 1, 26],
      [21, 4, 1, 26],
      [20, 5, 1, 26],
      [23, 2, 1, 26],
    ],
  );
});

test('hours of the worked example, in minutes', () => {
  const count = { excluded: 2, unrecorded: 1, past: 26 };
  assert.deepEqual(ATTENDANCE_HOURS.count(WORKED), {
    numerator: 13 * 180 + 180 + 300 + 90,
    denominator: 23 * 180,
    assumedMinutes: 180,
    ...count,
  });
  assert.deepEqual(HOURS_DELIVERED.count(WORKED), {
    numerator: 13 * 180 + 300 + 90 + 60,
    denominator: 23 * 180,
    assumedMinutes: 180,
    ...count,
  });
  assert.deepEqual(HOURS_LOST_BY_CLIENTS.count(WORKED), {
    numerator: 6 * 180 + 60 + 90,
    denominator: 23 * 180,
    assumedMinutes: 0,
    ...count,
  });
  assert.deepEqual(HOURS_LOST_BY_US.count(WORKED), {
    numerator: 2 * 180,
    denominator: 25 * 180,
    assumedMinutes: 0,
    ...count,
    excluded: 0,
  });
});

test('a session awaiting its record is unrecorded in every rate, and not yet due in completeness', () => {
  const cells = [cell('attended', 3, 540), cell('unrecorded', 1), cell('awaiting-record', 2)];
  const { denominator, unrecorded, past } = ATTENDANCE_SESSIONS.count(cells);
  assert.deepEqual([denominator, unrecorded, past], [3, 3, 6]);
  const complete = COMPLETENESS.count(cells);
  assert.deepEqual([complete.numerator, complete.denominator, complete.excluded], [3, 4, 2]);
});

test('sessions still to come count nowhere, and nothing to count has no value', () => {
  for (const measure of SESSION_MEASURES) {
    const counted = measure.count([cell('scheduled', 4), cell('waitlist', 1)]);
    assert.deepEqual(Object.values(counted), Array(6).fill(0), measure.id);
    assert.equal(valueOf(measure, counted), null, measure.id);
  }
});

test('no hour lost is 0 hours where sessions were held', () => {
  const held = [cell('attended', 2, 360)];
  assert.equal(valueOf(HOURS_LOST_BY_CLIENTS, HOURS_LOST_BY_CLIENTS.count(held)), 0);
});

const OUTCOMES: CellOutcome[] = [...ATTENDANCE_STATUSES, 'walk-in'];

/** One session: present for part of what was scheduled, recorded or assumed, or not at all. */
const anySession = fc
  .record({
    outcome: fc.constantFrom(...OUTCOMES),
    minutes: fc.integer({ min: 15, max: 300 }),
    present: fc.double({ min: 0, max: 1, noNaN: true }),
    recorded: fc.boolean(),
  })
  .map(({ outcome, minutes, present, recorded }): OutcomeCell => {
    const here = outcome === 'walk-in' || isAttended(outcome);
    return {
      outcome,
      sessions: 1,
      scheduledMinutes: outcome === 'walk-in' ? 0 : minutes,
      recordedMinutes: here && recorded ? Math.floor(present * minutes) : 0,
      assumedMinutes: here && !recorded ? minutes : 0,
    };
  });
const anySessions = fc.array(anySession, { maxLength: 40 });

for (const measure of SESSION_MEASURES) {
  const count = (cells: OutcomeCell[]) => measure.count(cells);

  test(`${measure.id}: the order of cells does not matter, and a part and the rest are the whole`, () => {
    fc.assert(
      fc.property(anySessions, anySessions, (some, others) => {
        const all = count([...some, ...others]);
        assert.deepEqual(count([...others, ...some]), all);
        assert.deepEqual(addUp([count(some), count(others)]), all);
      }),
    );
  });

  test(`${measure.id}: a session added and taken away again leaves no trace`, () => {
    fc.assert(
      fc.property(anySessions, anySession, (sessions, one) => {
        const taken: OutcomeCell = {
          outcome: one.outcome,
          sessions: -one.sessions,
          scheduledMinutes: -one.scheduledMinutes,
          recordedMinutes: -one.recordedMinutes,
          assumedMinutes: -one.assumedMinutes,
        };
        const cells = sumByOutcome([...sessions, one, taken]);
        assert.deepEqual(count(cells), count(sumByOutcome(sessions)));
      }),
    );
  });

  test(`${measure.id}: an unrecorded session is said, and changes no value but completeness`, () => {
    const unrecorded = cell('unrecorded', 1);
    fc.assert(
      fc.property(anySessions, (sessions) => {
        const before = count(sessions);
        const after = count([...sessions, unrecorded]);
        assert.equal(after.unrecorded, before.unrecorded + 1);
        assert.equal(after.past, before.past + 1);
        const [was, is] = [valueOf(measure, before), valueOf(measure, after)];
        if (measure.id !== 'completeness') assert.equal(is, was);
        else assert.ok(is !== null && (was === null || is < was || (is === 0 && was === 0)));
      }),
    );
  });

  if (measure.unit !== 'share') continue;
  test(`${measure.id}: lies within 0–1`, () => {
    fc.assert(
      fc.property(anySessions, (sessions) => {
        const value = valueOf(measure, count(sessions));
        assert.ok(value === null || (0 <= value && value <= 1), String(value));
      }),
    );
  });
}

test('counted, left out and unrecorded are all past sessions', () => {
  const rates = [ATTENDANCE_SESSIONS, ATTENDANCE_EXCLUDING_EXCUSED, SHOW_RATE, NO_SHOW_RATE];
  fc.assert(
    fc.property(anySessions, (sessions) => {
      for (const measure of rates) {
        const { denominator, excluded, unrecorded, past } = measure.count(sessions);
        assert.equal(denominator + excluded + unrecorded, past, measure.id);
        assert.ok(excluded >= 0, measure.id);
      }
    }),
  );
});

test('attended and lost by clients are all hours of sessions in D, but for minutes within tolerance', () => {
  const cutShort = anySession.filter(({ outcome }) => outcome !== 'attended');
  fc.assert(
    fc.property(fc.array(cutShort), (sessions) => {
      const { numerator, denominator } = ATTENDANCE_HOURS.count(sessions);
      assert.equal(numerator + HOURS_LOST_BY_CLIENTS.count(sessions).numerator, denominator);
    }),
  );
});

function sumByOutcome(cells: readonly OutcomeCell[]): OutcomeCell[] {
  const sum = (of: readonly OutcomeCell[], part: (cell: OutcomeCell) => number) =>
    of.reduce((total, one) => total + part(one), 0);
  return OUTCOMES.map((outcome) => {
    const of = cells.filter((one) => one.outcome === outcome);
    return {
      outcome,
      sessions: sum(of, ({ sessions }) => sessions),
      scheduledMinutes: sum(of, ({ scheduledMinutes }) => scheduledMinutes),
      recordedMinutes: sum(of, ({ recordedMinutes }) => recordedMinutes),
      assumedMinutes: sum(of, ({ assumedMinutes }) => assumedMinutes),
    };
  });
}

test('hours lost come to the same however sessions are told apart', () => {
  const cut = (sessions: number, scheduledMinutes: number, recordedMinutes: number) => ({
    outcome: 'left-early' as const,
    sessions,
    scheduledMinutes,
    recordedMinutes,
    assumedMinutes: 0,
  });
  // Who came late and stayed on is recorded with more than was scheduled.
  const apart = [cut(1, 60, 90), cut(1, 60, 10)].map(
    (cell) => HOURS_LOST_BY_CLIENTS.count([cell]).numerator,
  );
  const together = HOURS_LOST_BY_CLIENTS.count([cut(2, 120, 100)]).numerator;
  assert.equal((apart[0] ?? 0) + (apart[1] ?? 0), together);
});
