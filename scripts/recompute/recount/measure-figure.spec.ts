import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureValues } from './measure-figure.ts';
import { measureRules, type SessionAt } from './measure-rules.ts';

const session = (status: string, more: Partial<SessionAt> = {}): SessionAt => ({
  client: 'Patient/one',
  record: 'Appointment/one',
  start: 0,
  end: 180 * 60_000,
  walkIn: false,
  waitlisted: false,
  scheduledMinutes: 180,
  recordedMinutes: null,
  outcome: status,
  contradictory: false,
  encounter: null,
  service: 'Group A',
  kind: 'group',
  place: undefined,
  zone: 'America/New_York',
  isAssessment: false,
  leader: undefined,
  offer: undefined,
  unit: undefined,
  ...more,
  status,
});

const times = (count: number, status: string): SessionAt[] =>
  Array.from({ length: count }, () => session(status));

const figure = (measure: string, sessions: readonly SessionAt[]) => {
  const rule = measureRules.find(({ id }) => id === measure);
  assert.ok(rule, measure);
  return figureValues(rule, sessions);
};

/** 17 attended, 2 of them late and one left early; 2 excused, 1 late cancel, 3 no-shows. */
const worked = [
  ...times(14, 'attended'),
  ...times(2, 'attended-late'),
  ...times(1, 'left-early'),
  ...times(2, 'excused'),
  ...times(1, 'client-cancelled'),
  ...times(3, 'no-show'),
  ...times(2, 'program-cancelled'),
  ...times(1, 'unrecorded'),
];

test('the rates of sessions, worked by hand', () => {
  const values = Object.fromEntries(
    [
      'attendance-sessions',
      'attendance-excluding-excused',
      'show-rate',
      'no-show-rate',
      'completeness',
    ].map((measure) => [measure, figure(measure, worked).value]),
  );
  assert.deepEqual(values, {
    'attendance-sessions': 0.739130435,
    'attendance-excluding-excused': 0.80952381,
    'show-rate': 0.85,
    'no-show-rate': 0.130434783,
    completeness: 0.961538462,
  });
  const { excluded, unrecorded } = figure('show-rate', worked);
  assert.deepEqual([excluded, unrecorded], [5, 1]);
});

test('minutes: those assumed are present and not delivered, a walk-in’s are delivered and not booked', () => {
  const sessions = [
    session('attended', { recordedMinutes: 170 }),
    session('attended'),
    session('left-early', { recordedMinutes: 100 }),
    session('walk-in', { scheduledMinutes: 0, recordedMinutes: 60 }),
    session('no-show'),
    session('program-cancelled'),
  ];
  const counted = (measure: string) => {
    const { numerator, denominator } = figure(measure, sessions);
    return [numerator, denominator];
  };
  assert.deepEqual(counted('attendance-hours'), [450, 720]);
  assert.deepEqual(counted('hours-delivered'), [330, 720]);
  assert.deepEqual(counted('hours-lost-by-clients'), [260, 720]);
  assert.deepEqual(counted('hours-lost-by-us'), [180, 900]);
});

test('with nothing to count there is no value, and of one client no interval', () => {
  assert.equal(figure('attendance-sessions', []).value, null);
  assert.equal(figure('hours-delivered', times(1, 'on-hold')).value, null);
  assert.equal(figure('hours-delivered', times(1, 'no-show')).value, 0);
  assert.equal(figure('attendance-sessions', worked).low, null);
});
