import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { CarePlan, EpisodeOfCare, FhirResource } from 'fhir/r4';
import { MEASURES } from '#domain/measures/catalogue';
import type { MeasureCases } from '#domain/measures/measure-cases.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const LATER = '2026-11-18T13:01:00Z';
const SINCE = 'from=2026-11-09&to=2026-11-22';
const there = (id: string) => ({ appointment: [{ reference: `Appointment/${id}` }] });

test('every measure of the catalogue answers, and so do the rows behind it', async () => {
  clinic = await openTestClinic();
  for (const { id } of MEASURES) {
    const answer = await ask<MeasureAnswer>('director', null, `/api/measures/${id}?${SINCE}`);
    assert.equal(answer.measure.id, id);
    const path = `/api/measures/${id}/cases?${SINCE}`;
    assert.equal(typeof (await ask<MeasureCases>('director', null, path)).total, 'number');
  }
});

test('who is in care, how long they were away, each in the reader’s reach', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(LATER, hold('cy', '2026-11-17'));
  await clinic.sync.readOnce();
  const figure = async (measure: string, role: Role, who: string | null) =>
    (await ask<MeasureAnswer>(role, who, `/api/measures/${measure}?${SINCE}`)).whole.figure;
  const census = await figure('census', 'director', null);
  assert.deepEqual([census.value, census.excluded], [3, 1]);
  assert.equal((await figure('census', 'counselor', 'ruth')).value, 2);
  // Ada missed Tuesday, Cy and Di too; nobody recorded Bo's yet.
  const misses = await figure('consecutive-misses', 'director', null);
  assert.deepEqual([misses.value, misses.numerator, misses.denominator], [1, 3, 4]);
  assert.deepEqual(misses.reached, { from: 2, clients: 0 });
  // Ada came on Monday; the others never did since 5 October.
  const seen = await figure('days-since-seen', 'director', null);
  assert.deepEqual([seen.value, seen.numerator, seen.reached?.clients], [44, 2 + 3 * 44, 3]);
  assert.equal((await figure('days-since-seen', 'counselor', 'ruth')).value, 23);
});

test('a census of a week is of its last day, and none of them is added to another', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(LATER, ended('di', '2026-11-12', '1'));
  await clinic.sync.readOnce();
  const { whole } = await ask<MeasureAnswer>(
    'director',
    null,
    '/api/measures/census?from=2026-11-02&to=2026-11-22',
  );
  assert.deepEqual(
    whole.points.map(({ value }) => value),
    [4, 3, 3],
  );
  assert.equal(whole.figure.value, 3);
  assert.equal(whole.limits, 'no limits: fewer than 8 points');
});

test('hours prescribed and the dose of full weeks, and what is behind them', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    plan('ada'),
    booking('one', 'ada', '2026-11-09', 'booked'),
    presence('came', 'ada', '2026-11-09', 170, there('one')),
    booking('two', 'ada', '2026-11-10', 'fulfilled'),
  );
  await clinic.sync.readOnce();
  const answer = (measure: string) =>
    ask<MeasureAnswer>('counselor', 'ruth', `/api/measures/${measure}?${SINCE}`);
  // Six hours a week, of which 170 minutes are recorded and 180 assumed; Bo has no plan.
  const prescribed = (await answer('hours-prescribed')).whole;
  assert.deepEqual([prescribed.figure.value, prescribed.figure.excluded], [360, 1]);
  const { figure } = (await answer('dose-ratio')).whole;
  assert.deepEqual(
    [figure.numerator, figure.denominator, figure.assumedMinutes, figure.excluded],
    [350, 360, 180, 1],
  );
  const engaged = (await answer('engaged-weeks')).whole.figure;
  assert.deepEqual([engaged.numerator, engaged.denominator], [1, 1]);
  assert.equal(engaged.noInterval, 'fewer than 5 clients');
  // Ada kept her hours last week and not the weeks before; Bo's are not known.
  const streak = (await answer('engagement-streak')).whole.figure;
  assert.deepEqual([streak.value, streak.numerator, streak.denominator], [0.5, 1, 2]);
  const { tallies } = await ask<MeasureCases>(
    'counselor',
    'ruth',
    `/api/measures/dose-ratio/cases?${SINCE}&counts=numerator`,
  );
  assert.deepEqual(
    tallies?.map(({ familyName, day, numerator, denominator }) => [
      familyName,
      day,
      numerator,
      denominator,
    ]),
    [['Ada', '2026-11-09', 350, 360]],
  );
  assert.ok(tallies?.[0]?.recordIds.includes(await clinic.idOf('CarePlan/plan-ada')));
});

test('payer days: 180 recorded minutes of a day together, and no assumed ones', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    booking('one', 'ada', '2026-11-09', 'booked'),
    presence('came', 'ada', '2026-11-09', 100, there('one')),
    presence('again', 'ada', '2026-11-09', 80, {
      period: { start: '2026-11-09T19:00:00Z', end: '2026-11-09T20:20:00Z' },
    }),
    booking('assumed', 'ada', '2026-11-10', 'fulfilled'),
  );
  await clinic.sync.readOnce();
  const path = `/api/measures/payer-days`;
  const { whole } = await ask<MeasureAnswer>('counselor', 'ruth', `${path}?${SINCE}`);
  // On Monday of this week she stayed for 175.
  assert.deepEqual([whole.figure.value, whole.figure.denominator], [1, 3]);
  const behind = await ask<MeasureCases>(
    'counselor',
    'ruth',
    `${path}/cases?${SINCE}&counts=numerator`,
  );
  assert.deepEqual([behind.total, behind.tallies?.[0]?.day], [1, '2026-11-09']);
  assert.equal(behind.tallies?.[0]?.recordIds.length, 2);
});

test('who stopped within 30 days: apart by program, what is not known said apart', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    ended('ada', '2026-10-20', '2'),
    ended('bo', '2026-10-20', '1'),
    ended('cy', '2026-10-20'),
  );
  await clinic.sync.readOnce();
  const path = '/api/measures/stopped-early?from=2026-09-28&to=2026-11-22&split=program';
  const { whole, groups } = await ask<MeasureAnswer>('director', null, path);
  const { numerator, denominator, unrecorded, interval } = whole.figure;
  assert.deepEqual([numerator, denominator, unrecorded], [2, 4, 1]);
  assert.ok(interval && interval.low < 0.5 && 0.5 < interval.high);
  assert.deepEqual(
    groups.map(({ name, figure }) => [name, figure.denominator]),
    [['Harbor Day IOP', 4]],
  );
});

test('group fill and enrolment are of groups whose places are known', async () => {
  clinic = await openTestClinic();
  const figure = async (measure: string) =>
    (await ask<MeasureAnswer>('director', null, `/api/measures/${measure}?${SINCE}`)).whole.figure;
  assert.deepEqual(
    [(await figure('group-fill')).value, (await figure('group-fill')).excluded],
    [null, 1],
  );
  const vera = await clinic.reader('supervisor', 'vera');
  const id = await clinic.idOf('HealthcareService/group-a');
  const capacity = { since: '2026-11-02', capacity: 10 };
  await clinic.send(vera, 'PUT', `/api/attendance/groups/${id}/capacity`, capacity);
  assert.deepEqual(
    [(await figure('group-fill')).numerator, (await figure('group-fill')).denominator],
    [1, 10],
  );
  assert.equal((await figure('enrolment')).value, 0.4);
});

test('what is no session has no kind and no hour', async () => {
  clinic = await openTestClinic();
  const director = await clinic.reader('director', null);
  for (const query of ['kind=group', 'hour=9', 'split=weekday']) {
    const { status } = await clinic.get(director, `/api/measures/census?${SINCE}&${query}`);
    assert.equal(status, 400, query);
  }
});

const hold = (client: string, from: string): EpisodeOfCare => ({
  ...episode(client),
  status: 'onhold',
  statusHistory: [{ status: 'onhold', period: { start: from } }],
});

const ended = (client: string, end: string, reason?: string): FhirResource => ({
  ...episode(client),
  status: 'finished',
  period: { start: '2026-10-05', end },
  ...(reason
    ? {
        extension: [
          {
            url: 'http://example.org/discharge-reason',
            valueCodeableConcept: { coding: [{ code: reason }] },
          },
        ],
      }
    : {}),
});

const episode = (client: string): EpisodeOfCare => ({
  resourceType: 'EpisodeOfCare',
  id: `episode-${client}`,
  status: 'active',
  patient: { reference: `Patient/${client}` },
  managingOrganization: { reference: 'Organization/unit' },
  period: { start: '2026-10-05' },
});

/** Two sessions of three hours a week. */
const plan = (client: string): CarePlan => ({
  resourceType: 'CarePlan',
  id: `plan-${client}`,
  status: 'active',
  intent: 'plan',
  subject: { reference: `Patient/${client}` },
  period: { start: '2026-10-05', end: '2026-12-27' },
  activity: [
    {
      detail: {
        status: 'in-progress',
        scheduledTiming: {
          repeat: {
            boundsPeriod: { start: '2026-10-05', end: '2026-12-27' },
            frequency: 2,
            period: 1,
            periodUnit: 'wk',
            duration: 3,
            durationUnit: 'h',
            dayOfWeek: ['mon', 'tue'],
          },
        },
      },
    },
  ],
});

type Role = 'counselor' | 'supervisor' | 'director';

async function ask<T>(role: Role, who: string | null, path: string): Promise<T> {
  const { body, status } = await clinic.get(await clinic.reader(role, who), path);
  assert.equal(status, 200, JSON.stringify(body));
  return body as T;
}

test('outreach after no-shows: in time of those that are due; open, and before anything was logged, apart', async () => {
  clinic = await openTestClinic();
  const figure = async () =>
    (
      await ask<MeasureAnswer>(
        'supervisor',
        'vera',
        `/api/measures/outreach-after-no-show?${SINCE}`,
      )
    ).whole.figure;
  // Di's no-show of Monday was due before anything was logged; Ada's of Tuesday is still open.
  const before = await figure();
  assert.deepEqual([before.numerator, before.denominator, before.excluded], [0, 0, 2]);
  const log = await clinic.send(
    await clinic.reader('supervisor', 'vera'),
    'POST',
    '/api/outreach/contacts',
    {
      id: randomUUID(),
      clientId: await clinic.idOf('Patient/ada'),
      at: '2026-11-18T13:00:00Z',
      mode: 'phone',
      result: 'not-reached',
      barrier: null,
      nextStep: null,
      nextStepOn: null,
      corrects: null,
    },
  );
  assert.equal(log.status, 204);
  const after = await figure();
  assert.deepEqual([after.value, after.numerator, after.denominator, after.excluded], [1, 1, 1, 1]);
});
