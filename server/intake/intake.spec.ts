import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import type { IntakeList, WaitingClient } from '#domain/intake/intake.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { Tasks } from '#domain/outreach/task.contract';
import type { Reader } from '../database/reader.ts';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { setValue } from '../testing/settings.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let vera: Reader;

const patient = (id: string): FhirResource => ({
  resourceType: 'Patient',
  id,
  name: [{ family: id, given: ['Test'] }],
});
const request = (client: string, authoredOn: string, status = 'active'): FhirResource =>
  ({
    resourceType: 'ServiceRequest',
    id: `request-${client}`,
    status,
    intent: 'order',
    subject: { reference: `Patient/${client}` },
    authoredOn,
    requester: { display: 'Harbor Hospital' },
  }) as FhirResource;
const H0001 = {
  serviceType: [
    {
      coding: [
        { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'H0001' },
      ],
    },
  ],
};
const assessment = (client: string, day: string, status: 'booked' | 'noshow' | 'fulfilled') =>
  booking(`assess-${client}`, client, day, status, { ...H0001, by: 'sam' });

before(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put(
    '2026-11-16T12:00:00Z',
    ...['Eve', 'Flo', 'Gus', 'Hal', 'Ivy', 'Jon'].map(patient),
    request('Eve', '2026-11-09'),
    request('Flo', '2026-11-02'),
    assessment('Flo', '2026-11-12', 'noshow'),
    request('Gus', '2026-11-10'),
    assessment('Gus', '2026-11-20', 'booked'),
    request('Hal', '2026-11-04'),
    assessment('Hal', '2026-11-11', 'fulfilled'),
    presence('hal-there', 'Hal', '2026-11-11', 60, {
      appointment: [{ reference: 'Appointment/assess-Hal' }],
    }),
    // Gave up: the request is closed.
    request('Ivy', '2026-10-01', 'revoked'),
    request('Jon', '2026-11-13'),
    {
      resourceType: 'Condition',
      id: 'jon-pregnant',
      subject: { reference: 'Patient/Jon' },
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'Z33.1' }] },
    },
    // In care already: a referral to what comes after.
    request('ada', '2026-11-12'),
  );
  await clinic.sync.readOnce();
  vera = await clinic.reader('supervisor', 'vera');
});
after(() => clinic.close());

test('who asked and waits, priorities first, then the longest wait', async () => {
  assert.deepEqual(
    (await waitingFor(vera)).map(({ familyName, priority, daysWaiting }) => [
      familyName,
      priority,
      daysWaiting,
    ]),
    [
      ['Jon', 'pregnant', 5],
      ['Flo', null, 16],
      ['Hal', null, 14],
      ['Eve', null, 9],
      ['Gus', null, 8],
    ],
  );
});

test('an administrator may take a priority from the list; it is said, and changes no past moment', async () => {
  const admin = await clinic.reader('admin', null);
  const places = async (asOf = '') => {
    const { body } = await clinic.get(vera, `/api/intake${asOf}`);
    const { order, waiting } = body as IntakeList;
    return [order, waiting.findIndex(({ familyName }) => familyName === 'Jon')];
  };
  const before = await places();
  const set = { setting: 'intakePregnantPlace', value: 0, effectiveOn: '2026-11-18' } as const;
  const { status, body } = await setValue(clinic, admin, set);
  assert.equal(status, 201);
  assert.deepEqual(await places(), [
    'Pregnant people who inject come first, then people who inject, then whoever asked first.',
    4,
  ]);
  assert.deepEqual((await places('?asOf=2026-11-17T18:00:00Z'))[0], before[0]);
  const { id } = body as { id: string };
  await clinic.send(admin, 'POST', `/api/settings/values/${id}/withdrawal`, { id: randomUUID() });
  assert.deepEqual(await places(), before);
});

test('what is next is said by what is recorded, with its record', async () => {
  const steps = new Map((await waitingFor(vera)).map((one) => [one.familyName, one]));
  assert.equal(steps.get('Eve')?.step, 'no-assessment');
  assert.equal(steps.get('Flo')?.step, 'assessment-missed');
  assert.equal(steps.get('Gus')?.step, 'assessment-booked');
  assert.equal(steps.get('Gus')?.stepAt, '2026-11-20T14:00:00.000Z');
  assert.equal(steps.get('Gus')?.stepRecordId, await clinic.idOf('Appointment/assess-Gus'));
  assert.equal(steps.get('Gus')?.site, 'Harbor Street');
  assert.equal(steps.get('Hal')?.step, 'assessed');
  assert.deepEqual(steps.get('Jon')?.priorityRecordIds, [
    await clinic.idOf('Condition/jon-pregnant'),
  ]);
});

test('a past moment knows no later request', async () => {
  const names = (await waitingFor(vera, '?asOf=2026-11-05T15:00:00Z')).map(
    ({ familyName }) => familyName,
  );
  assert.deepEqual(names, ['Flo', 'Hal']);
});

test('supervisors see those who wait, and their records, until they are admitted elsewhere', async () => {
  const walt = await clinic.reader('supervisor', 'walt');
  const eve = await clinic.idOf('Patient/Eve');
  assert.equal((await waitingFor(walt)).length, 5);
  assert.equal((await clinic.get(walt, `/api/clients/${eve}`)).status, 200);
  const ruth = await clinic.reader('counselor', 'ruth');
  assert.equal((await clinic.get(ruth, '/api/intake')).status, 403);
  assert.equal((await clinic.get(ruth, `/api/clients/${eve}`)).status, 404);

  clinic.endpoint.put('2026-11-18T13:00:00Z', {
    resourceType: 'EpisodeOfCare',
    id: 'episode-eve',
    status: 'active',
    patient: { reference: 'Patient/Eve' },
    careManager: { reference: 'Practitioner/ruth' },
    team: [{ reference: 'CareTeam/one' }],
    managingOrganization: { reference: 'Organization/unit' },
    period: { start: '2026-11-18' },
  });
  await clinic.sync.readOnce();
  assert.deepEqual(
    (await waitingFor(walt)).map(({ familyName }) => familyName),
    ['Jon', 'Flo', 'Hal', 'Gus'],
  );
  assert.equal((await clinic.get(walt, `/api/clients/${eve}`)).status, 404);
  assert.equal((await clinic.get(ruth, `/api/clients/${eve}`)).status, 200);
});

test('who withdraws the request waits no longer, and is out of reach', async () => {
  const gus = await clinic.idOf('Patient/Gus');
  clinic.endpoint.put('2026-11-18T13:01:00Z', request('Gus', '2026-11-10', 'revoked'));
  await clinic.sync.readOnce();
  assert.ok((await waitingFor(vera)).every(({ familyName }) => familyName !== 'Gus'));
  assert.equal((await clinic.get(vera, `/api/clients/${gus}`)).status, 404);
});

test('who waits and was with another team before is in nobody else’s figures', async () => {
  const episode = {
    resourceType: 'EpisodeOfCare' as const,
    id: 'episode-cy',
    patient: { reference: 'Patient/cy' },
    managingOrganization: { reference: 'Organization/unit' },
    careManager: { reference: 'Practitioner/sam' },
    team: [{ reference: 'CareTeam/two' }],
  };
  const period = 'from=2026-10-26&to=2026-11-18';
  const sam = await clinic.idOf('Practitioner/sam');
  const counted = async () => {
    const figures = [];
    for (const id of ['attendance-sessions', 'hours-prescribed', 'census']) {
      for (const whose of ['', `&counselor=${sam}`]) {
        const { body } = await clinic.get(vera, `/api/measures/${id}?${period}${whose}`);
        const { numerator, denominator } = (body as MeasureAnswer).whole.figure;
        figures.push([id, whose === '' ? 'all' : 'sam', numerator, denominator]);
      }
    }
    const { body } = await clinic.get(vera, `/api/attendance/dose?${period}`);
    return { figures, dose: JSON.stringify(body) };
  };
  const before = await counted();
  clinic.endpoint.put(
    '2026-11-18T13:01:00Z',
    { ...episode, status: 'finished', period: { start: '2026-10-05', end: '2026-11-13' } },
    booking('cy-nov', 'cy', '2026-11-09', 'noshow', { by: 'sam' }),
    booking('cy-open', 'cy', '2026-11-10', 'booked', { by: 'sam' }),
    request('cy', '2026-11-16'),
  );
  await clinic.sync.readOnce();
  assert.ok((await waitingFor(vera)).some(({ familyName }) => familyName === 'Cy'));
  assert.deepEqual(await counted(), before);
  assert.ok(!(await openRosters(vera)).some((words) => words.includes('Tue 10 Nov')));
  const walt = await clinic.reader('supervisor', 'walt');
  assert.ok((await waitingFor(walt)).some(({ familyName }) => familyName === 'Cy'));
  assert.ok((await openRosters(walt)).some((words) => words.includes('Tue 10 Nov')));
});

test('an assessment before anybody answers for the client is asked of who supervises', async () => {
  clinic.endpoint.put('2026-11-18T13:01:30Z', assessment('Eve', '2026-11-16', 'booked'));
  await clinic.sync.readOnce();
  assert.ok((await openRosters(vera)).some((words) => words.includes('Mon 16 Nov')));
});

/** Sessions of which somebody has to say who came. */
async function openRosters(reader: Reader): Promise<string[]> {
  const { body } = await clinic.get(reader, '/api/tasks?whose=team');
  return (body as Tasks).tasks.flatMap(({ rule, evidence }) =>
    rule === 'record-attendance' ? [evidence] : [],
  );
}

async function waitingFor(reader: Reader, query = ''): Promise<WaitingClient[]> {
  const { status, body } = await clinic.get(reader, `/api/intake${query}`);
  assert.equal(status, 200);
  return (body as IntakeList).waiting;
}
