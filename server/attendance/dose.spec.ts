import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { CarePlan } from 'fhir/r4';
import type { Dose } from '#domain/attendance/dose.contract';
import type { SessionChoices } from '#domain/attendance/session-choices.contract';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const LATER = '2026-11-18T13:01:00Z';

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

test('hours of the full weeks: prescribed, recorded, assumed, lost by clients and by us', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    plan('ada'),
    booking('one', 'ada', '2026-11-09', 'booked'),
    presence('came', 'ada', '2026-11-09', 170, {
      appointment: [{ reference: 'Appointment/one' }],
    }),
    booking('two', 'ada', '2026-11-10', 'fulfilled'),
    booking('three', 'bo', '2026-11-09', 'noshow'),
    booking('four', 'bo', '2026-11-10', 'cancelled', {
      cancelationReason: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason',
            code: 'prov',
          },
        ],
      },
    }),
  );
  await clinic.sync.readOnce();
  const found = await ask('/api/attendance/dose?from=2026-11-09');
  assert.deepEqual([found.from, found.to], ['2026-11-09', '2026-11-15']);
  assert.deepEqual(
    [found.prescribedMinutes, found.recordedMinutes, found.assumedMinutes],
    [360, 170, 180],
  );
  assert.deepEqual([found.lostByClientsMinutes, found.lostByUsMinutes], [180, 180]);
});

test('client-weeks stand by their share of the dose; one without a plan is not known, not 0', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    plan('ada'),
    booking('one', 'ada', '2026-11-09', 'fulfilled'),
    booking('three', 'bo', '2026-11-09', 'fulfilled'),
  );
  await clinic.sync.readOnce();
  const [level] = (await ask('/api/attendance/dose?from=2026-11-09')).levels;
  assert.deepEqual([level?.level, level?.weeks, level?.notKnown], ['2.1', 1, 1]);
  assert.deepEqual(level?.bars, [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
  assert.deepEqual([level?.engaged.numerator, level?.engaged.denominator], [0, 1]);
});

test('a client known by sessions alone counts weeks up to the last contact, once that is a month ago', async () => {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    LATER,
    { resourceType: 'Patient', id: 'ed', name: [{ family: 'Ed', given: ['Test'] }] },
    booking('first', 'ed', '2026-10-12', 'fulfilled'),
    booking('last', 'ed', '2026-10-13', 'fulfilled'),
  );
  await clinic.sync.readOnce();
  const weeksNotKnown = async (asOf: string) => {
    const { levels } = await ask(`/api/attendance/dose?from=2026-10-12&asOf=${asOf}`);
    return levels.find(({ level }) => level === null)?.notKnown;
  };
  // 28 days after it they may still come back; 36 days after it they were in care for a week.
  assert.equal(await weeksNotKnown('2026-11-10T13:02:00Z'), 4);
  assert.equal(await weeksNotKnown('2026-11-18T13:02:00Z'), 1);
});

test('hours are narrowed to a program and a track, and say so', async () => {
  clinic = await openTestClinic();
  const { body } = await clinic.get(
    await clinic.reader('counselor', 'ruth'),
    '/api/attendance/choices',
  );
  const [program] = (body as SessionChoices).programs;
  assert.ok(program);
  assert.equal(program.siteId, await clinic.idOf('Location/harbor'));
  const all = await ask('/api/attendance/dose?from=2026-11-09');
  const narrowed = await ask(`/api/attendance/dose?from=2026-11-09&program=${program.id}&track=x`);
  assert.deepEqual([all.scope, narrowed.clients], ['your clients', 0]);
  assert.equal(narrowed.scope, `your clients, ${program.name}, x track`);
});

async function ask(path: string): Promise<Dose> {
  const { body, status } = await clinic.get(await clinic.reader('counselor', 'ruth'), path);
  assert.equal(status, 200, JSON.stringify(body));
  return body as Dose;
}
