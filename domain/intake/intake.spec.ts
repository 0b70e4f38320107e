import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AttendanceStatus } from '../attendance/attendance-status.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { byPriorityAndWait, intakePriority, orderInWords } from './intake-priority.ts';
import { type Assessment, intakeStep } from './intake-step.ts';

const PRIORITIES = ['pregnant-injecting', 'pregnant', 'injecting', null] as const;
const assessment = (status: AttendanceStatus, startsAt = 0): Assessment => ({
  recordId: `${status} ${startsAt}`,
  startsAt,
  status,
});

test('pregnant people who inject come first, then pregnant, then people who inject', () => {
  assert.deepEqual(
    [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ].map(([pregnant = false, injecting = false]) => intakePriority(pregnant, injecting)),
    PRIORITIES,
  );
});

test('the list is in one order, whatever order it came in', () => {
  const waiting = fc.record(
    {
      priority: fc.constantFrom(...PRIORITIES),
      requestedOn: fc.option(fc.constantFrom('2026-10-30', '2026-11-01', '2026-11-02')),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(waiting), (list) => {
      const order = byPriorityAndWait(PROGRAM_DEFAULTS);
      const sorted = list.toSorted(order);
      assert.deepEqual(list.toReversed().toSorted(order), sorted);
      const places = sorted.map(({ priority }) => PRIORITIES.indexOf(priority));
      assert.deepEqual(places, places.toSorted());
    }),
  );
  const [first, second] = [
    { priority: null, requestedOn: null },
    { priority: null, requestedOn: '2026-11-02' },
  ].toSorted(byPriorityAndWait(PROGRAM_DEFAULTS));
  assert.equal(first?.requestedOn, '2026-11-02');
  assert.equal(second?.requestedOn, null);
});

test('a program may give priorities other places; one place is one wait, and none is everybody’s', () => {
  const waiting = [
    { priority: null, requestedOn: '2026-10-30' },
    { priority: 'pregnant-injecting', requestedOn: '2026-11-02' },
    { priority: 'injecting', requestedOn: '2026-11-01' },
    { priority: 'pregnant', requestedOn: '2026-10-31' },
  ] as const;
  const orderBy = (pregnantInjecting: number, pregnant: number, injecting: number) =>
    waiting
      .toSorted(
        byPriorityAndWait({
          intakePregnantInjectingPlace: pregnantInjecting,
          intakePregnantPlace: pregnant,
          intakeInjectingPlace: injecting,
        }),
      )
      .map(({ priority }) => priority);
  assert.deepEqual(orderBy(1, 2, 3), ['pregnant-injecting', 'pregnant', 'injecting', null]);
  assert.deepEqual(orderBy(1, 1, 2), ['pregnant', 'pregnant-injecting', 'injecting', null]);
  assert.deepEqual(orderBy(1, 2, 0), ['pregnant-injecting', 'pregnant', null, 'injecting']);
});

test('the order is said as it is', () => {
  const words = (pregnantInjecting: number, pregnant: number, injecting: number) =>
    orderInWords({
      intakePregnantInjectingPlace: pregnantInjecting,
      intakePregnantPlace: pregnant,
      intakeInjectingPlace: injecting,
    });
  assert.equal(
    words(1, 2, 3),
    'Pregnant people who inject come first, then pregnant people, then people who inject, then whoever asked first.',
  );
  assert.equal(
    words(1, 1, 0),
    'Pregnant people who inject and pregnant people come first, then whoever asked first.',
  );
  assert.equal(words(0, 0, 0), 'Whoever asked first comes first.');
});

test('what is next follows what was recorded, the furthest step first', () => {
  const steps: [AttendanceStatus[], string][] = [
    [[], 'no-assessment'],
    [['program-cancelled'], 'no-assessment'],
    [['cancelled-unknown'], 'no-assessment'],
    [['no-show'], 'assessment-missed'],
    [['client-cancelled'], 'assessment-missed'],
    [['excused'], 'assessment-missed'],
    [['no-show', 'unrecorded'], 'assessment-not-recorded'],
    [['awaiting-record'], 'assessment-not-recorded'],
    [['no-show', 'scheduled'], 'assessment-booked'],
    [['attended', 'scheduled'], 'assessed'],
    [['left-early'], 'assessed'],
  ];
  for (const [statuses, expected] of steps) {
    const assessments = statuses.map((status, index) => assessment(status, index));
    assert.equal(intakeStep(assessments, false).step, expected, statuses.join());
    assert.equal(intakeStep(assessments, true).step, 'admission-planned');
  }
});

test('of several bookings the next is named, of several misses the last', () => {
  const booked = [assessment('scheduled', 5), assessment('scheduled', 3)];
  assert.equal(intakeStep(booked, false).assessment?.startsAt, 3);
  const missed = [assessment('no-show', 1), assessment('no-show', 2)];
  assert.equal(intakeStep(missed, false).assessment?.startsAt, 2);
});
