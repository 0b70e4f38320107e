import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CarePlan, CarePlanActivityDetail, Period, TimingRepeat } from 'fhir/r4';
import { translateCarePlan, type PlanFacts } from './care-plan.ts';

const detail = (
  boundsPeriod: Period | undefined,
  repeat: TimingRepeat = {},
): CarePlanActivityDetail => ({
  status: 'scheduled',
  scheduledTiming: { repeat: { boundsPeriod, ...repeat } },
});

const plan = (part: Partial<CarePlan> = {}): CarePlan => ({
  resourceType: 'CarePlan',
  id: 'cp1',
  status: 'active',
  intent: 'plan',
  subject: { reference: 'Patient/p1' },
  period: { start: '2026-10-05', end: '2026-12-27' },
  ...part,
});

const factsOf = (part: Partial<CarePlan>): PlanFacts => {
  const translation = translateCarePlan(plan(part));
  assert.ok('use' in translation, JSON.stringify(translation));
  return translation.use;
};

const phasesOf = (...details: CarePlanActivityDetail[]) =>
  factsOf({ activity: details.map((d) => ({ detail: d })) }).phases;

const NOVEMBER = { start: '2026-11-02', end: '2026-11-29' };
const minutesPerWeek = (repeat: TimingRepeat) =>
  phasesOf(detail(NOVEMBER, repeat))[0]?.minutesPerWeek;

test('phases stand in order of time, with hours and weekdays', () => {
  const thrice: TimingRepeat = {
    frequency: 3,
    period: 1,
    periodUnit: 'wk',
    duration: 3,
    durationUnit: 'h',
    dayOfWeek: ['mon', 'wed', 'fri'],
  };
  const second = detail({ start: '2026-11-02', end: '2026-12-27' }, thrice);
  const first = detail({ start: '2026-10-05', end: '2026-11-01' }, { ...thrice, frequency: 4 });
  assert.deepEqual(phasesOf(second, first), [
    { startsOn: '2026-10-05', endsOn: '2026-11-01', minutesPerWeek: 720, weekdays: [1, 3, 5] },
    { startsOn: '2026-11-02', endsOn: '2026-12-27', minutesPerWeek: 540, weekdays: [1, 3, 5] },
  ]);
});

test('hours a week, however the plan counts them', () => {
  const hour = { duration: 60, durationUnit: 'min' } as const;
  assert.equal(minutesPerWeek({ frequency: 9, period: 1, periodUnit: 'wk', ...hour }), 540);
  assert.equal(minutesPerWeek({ frequency: 3, period: 2, periodUnit: 'wk', ...hour }), 90);
  assert.equal(minutesPerWeek({ frequency: 1, period: 1, periodUnit: 'd', ...hour }), 420);
  assert.equal(minutesPerWeek({ period: 1, periodUnit: 'wk', ...hour }), 60);
});

test('once a day on named weekdays is that many times a week, not seven', () => {
  const daily: TimingRepeat = { frequency: 1, period: 1, periodUnit: 'd' };
  const threeHours = { duration: 3, durationUnit: 'h' } as const;
  assert.equal(minutesPerWeek({ ...daily, ...threeHours, dayOfWeek: ['mon', 'wed', 'fri'] }), 540);
});

test('hours that the plan does not say are not known, which is not zero', () => {
  assert.equal(minutesPerWeek({}), null);
  assert.equal(minutesPerWeek({ frequency: 3, period: 1, periodUnit: 'wk' }), null);
  assert.equal(minutesPerWeek({ frequency: 3, duration: 3, durationUnit: 'h' }), null);
  assert.equal(phasesOf(detail(NOVEMBER))[0]?.weekdays, null);
});

test('a phase without an end goes on', () => {
  const [phase] = phasesOf(detail({ start: '2026-11-02' }));
  assert.ok(phase && phase.endsOn > '2030-01-01');
});

test('activities without a timing, without a start or entered in error are no phases', () => {
  const inError = { ...detail(NOVEMBER), status: 'entered-in-error' } as const;
  assert.deepEqual(
    phasesOf({ status: 'scheduled', description: 'Attend group' }, detail(undefined), inError),
    [],
  );
  assert.deepEqual(factsOf({ activity: [{ reference: { reference: 'Task/1' } }] }).phases, []);
});

test('a phase whose days are not whole days prescribes nothing', () => {
  assert.deepEqual(phasesOf(detail({ start: '2026-11', end: '2026-12-27' })), []);
  assert.deepEqual(phasesOf(detail({ start: '2026-11-02', end: '2026-12' })), []);
});

test('the planned discharge is the plan’s end, where it names a day', () => {
  assert.equal(factsOf({}).endsOn, '2026-12-27');
  assert.equal(factsOf({ period: { start: '2026-10-05' } }).endsOn, null);
  assert.equal(factsOf({ period: { start: '2026-10-05', end: '2026-12' } }).endsOn, null);
});

test('entered in error is set aside', () => {
  assert.deepEqual(translateCarePlan(plan({ status: 'entered-in-error' })), {
    setAside: 'Entered in error',
  });
});

test('a revoked plan held until the day it was revoked, and prescribes nothing after it', () => {
  const { phases } = factsOf({
    status: 'revoked',
    meta: { lastUpdated: '2026-11-10T15:00:00Z' },
    activity: [
      { detail: detail({ start: '2026-10-05', end: '2026-11-01' }) },
      { detail: detail({ start: '2026-11-02', end: '2026-12-27' }) },
    ],
  });
  assert.deepEqual(
    phases.map(({ startsOn, endsOn }) => [startsOn, endsOn]),
    [
      ['2026-10-05', '2026-11-01'],
      ['2026-11-02', '2026-11-10'],
    ],
  );
});

test('a revoked plan of which nobody says until when it held is set aside', () => {
  assert.deepEqual(translateCarePlan(plan({ status: 'revoked' })), { setAside: 'Revoked' });
});

const UNUSABLE: [part: Partial<CarePlan>, reason: string][] = [
  [{ subject: { reference: 'Group/g1' } }, 'Names no client'],
  [{ period: undefined }, 'Has no start date'],
  [{ period: { end: '2026-12-27' } }, 'Has no start date'],
  [{ period: { start: '2026-10' } }, 'Has no start date'],
];

for (const [part, reason] of UNUSABLE) {
  test(`held back: ${reason} ${JSON.stringify(part)}`, () => {
    assert.deepEqual(translateCarePlan(plan(part)), {
      heldBack: { reason, effect: 'prescribed hours are not known' },
    });
  });
}

test('a revoked plan held until it was revoked', () => {
  const { phases } = factsOf({
    status: 'revoked',
    meta: { lastUpdated: '2026-11-11T02:24:00Z' },
    activity: [
      { detail: detail({ start: '2026-10-05', end: '2026-11-01' }) },
      { detail: detail({ start: '2026-11-02', end: '2026-11-29' }) },
    ],
  });
  assert.deepEqual(
    phases.map(({ endsOn }) => endsOn),
    ['2026-11-01', '2026-11-11'],
  );
});
