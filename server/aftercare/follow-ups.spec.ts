import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import type { EpisodeOfCare, FhirResource, Patient } from 'fhir/r4';
import type { Aftercare } from '#domain/aftercare/aftercare.contract';
import type { FollowUpLine, FollowUpList } from '#domain/aftercare/follow-up.contract';
import type { IntakeList } from '#domain/intake/intake.contract';
import type { MeasureCases } from '#domain/measures/measure-cases.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { Tasks } from '#domain/outreach/task.contract';
import { rebuild } from '../data-sources/rebuild.ts';
import type { Reader } from '../database/reader.ts';
import { merged } from '../testing/clinical-record.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let vera: Reader;
let ruth: Reader;
let sam: Reader;

/** It is Wednesday 18 November 2026: who left on the 11th is asked after 7 days today. */
const left = (client: string, on: string, more: Partial<EpisodeOfCare> = {}): EpisodeOfCare => ({
  resourceType: 'EpisodeOfCare',
  id: `episode-${client}`,
  status: 'finished',
  patient: { reference: `Patient/${client}` },
  managingOrganization: { reference: 'Organization/unit' },
  careManager: { reference: 'Practitioner/ruth' },
  team: [{ reference: 'CareTeam/one' }],
  period: { start: '2026-09-01', end: on },
  ...more,
});

beforeEach(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:01:00Z', left('ada', '2026-11-11'));
  await clinic.sync.readOnce();
  [vera, ruth, sam] = [
    await clinic.reader('supervisor', 'vera'),
    await clinic.reader('counselor', 'ruth'),
    await clinic.reader('counselor', 'sam'),
  ];
});
afterEach(() => clinic.close());

const list = async (reader = vera, query = '') =>
  (await clinic.get(reader, `/api/aftercare/follow-ups${query}`)).body as FollowUpList;
const line = async (name: string, reader = vera): Promise<FollowUpLine> => {
  const found = (await list(reader)).lines.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};
const tell = async (...resources: FhirResource[]) => {
  clinic.endpoint.put('2026-11-18T13:01:00Z', ...resources);
  await clinic.sync.readOnce();
};
const ANSWERS = {
  ...{
    abstinent: 'yes',
    working: 'no',
    housed: 'yes',
    notArrested: 'not-known',
    mutualHelp: 'yes',
  },
};
const said = (more: object = {}) => ({
  answers: null,
  returnToCare: 'not-offered',
  ends: null,
  ...more,
});
const log = async (more: object = {}, reader = ruth): Promise<string> => {
  const id = randomUUID();
  const answer = await clinic.send(reader, 'POST', '/api/outreach/contacts', {
    ...{ id, clientId: await clinic.idOf('Patient/ada'), at: '2026-11-18T13:00:00Z' },
    ...{ mode: 'phone', result: 'not-reached', barrier: null, nextStep: null, nextStepOn: null },
    ...{ corrects: null, followUp: said() },
    ...more,
  });
  assert.equal(answer.status, 204);
  return id;
};
const measured = async (query: string, reader = vera) =>
  (await clinic.get(reader, `/api/measures/follow-up-reached?${query}`)).body as MeasureAnswer;
const casesBehind = async (query: string, reader = vera) =>
  (await clinic.get(reader, `/api/measures/follow-up-reached/cases?${query}`)).body as MeasureCases;
const withdraw = (id: string) =>
  clinic.send(ruth, 'POST', '/api/outreach/contacts/withdrawn', { id: randomUUID(), corrects: id });

test('who left is asked after on the days that the program makes, in whoever’s reach they are', async () => {
  const { lines } = await list();
  assert.deepEqual(
    lines.map(({ familyName, name, due, status, owner }) => [familyName, name, due, status, owner]),
    [
      ['Ada', '7 days', '2026-11-18', 'due', 'peer specialist'],
      ['Ada', '30 days', '2026-12-11', 'not-due', 'peer specialist'],
      ['Ada', '72 h', '2026-11-14', 'not-known', 'peer specialist'],
    ],
  );
  assert.equal((await list(ruth)).lines.length, 3);
  assert.equal((await list(sam)).lines.length, 0);
  assert.equal((await list(vera, `?counselor=${randomUUID()}`)).lines.length, 0);
  const admin = await clinic.reader('admin', null);
  assert.equal((await clinic.get(admin, '/api/aftercare/follow-ups')).status, 403);
});

test('tries are those of the contact log: the third in a second mode is not reached, a talk is', async () => {
  await log();
  const tried = await line('7 days');
  assert.deepEqual(
    [tried.status, tried.tries, tried.modes, tried.contacts[0]?.by],
    ['attempted', 1, ['phone'], 'ruth'],
  );
  await log({ at: '2026-11-17T15:00:00Z' });
  const third = await log({ at: '2026-11-17T16:00:00Z', mode: 'text', result: 'sent' });
  assert.deepEqual(
    [(await line('7 days')).status, (await line('7 days')).isOpen],
    ['unreachable', false],
  );
  await withdraw(third);
  assert.equal((await line('7 days')).status, 'attempted');
  // A contact that was logged anywhere, without the script, is a talk all the same.
  await log({ result: 'reached', followUp: undefined, at: '2026-11-18T13:01:00Z' });
  assert.equal((await line('7 days')).status, 'reached');
  assert.equal((await line('7 days')).contacts.at(-1)?.followUp, null);
});

test('what the script says stays with the contact, also when that is put right elsewhere or merged', async () => {
  const id = await log({ result: 'reached', followUp: said({ answers: ANSWERS }) });
  assert.deepEqual((await line('7 days')).contacts[0]?.followUp, said({ answers: ANSWERS }));
  const refused = await clinic.send(ruth, 'POST', '/api/outreach/contacts', {
    ...{ id: randomUUID(), clientId: await clinic.idOf('Patient/ada'), at: '2026-11-18T13:00:00Z' },
    ...{ mode: 'phone', result: 'reached', barrier: null, nextStep: null, nextStepOn: null },
    ...{ corrects: null, followUp: said({ answers: { ...ANSWERS, abstinent: 'perhaps' } }) },
  });
  assert.equal(refused.status, 400);
  await log({
    corrects: id,
    result: 'reached',
    followUp: said({ answers: { ...ANSWERS, working: 'yes' } }),
  });
  const [only, ...others] = (await line('7 days')).contacts;
  assert.equal(only?.followUp?.answers?.working, 'yes');
  assert.equal(others.length, 0);
  const before = await list();
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual(await list(), before);
  await tell(
    merged('ada', 'bo'),
    left('ada', '2026-11-11', { patient: { reference: 'Patient/bo' } }),
    {
      ...left('bo', '2026-08-01'),
      period: { start: '2026-07-01', end: '2026-08-01' },
    },
  );
  const followed = (await list()).lines.find(
    ({ name, endedOn }) => name === '7 days' && endedOn > '2026-11',
  );
  assert.deepEqual([followed?.familyName, followed?.status], ['Bo', 'reached']);
});

test('a death, no more contact and an admission end it; nobody is shown whose record says that they died', async () => {
  const dead = await log({ followUp: said({ ends: 'deceased' }) });
  assert.deepEqual((await list()).lines.map(({ status }) => status).sort(), [
    'deceased',
    'deceased',
    'not-known',
  ]);
  const board = async () => (await clinic.get(vera, '/api/aftercare')).body as Aftercare;
  const isOn = async () => (await board()).cards.some(({ familyName }) => familyName === 'Ada');
  assert.equal(await isOn(), false);
  await withdraw(dead);
  assert.equal(await isOn(), true);
  const none = await log({ result: 'declined', followUp: said({ ends: 'no-more-contact' }) });
  assert.equal((await line('30 days')).status, 'withdrawn');
  await withdraw(none);
  const again = left('ada', '', { id: 'again', status: 'active', period: { start: '2026-11-17' } });
  await tell(again);
  assert.equal((await line('7 days')).status, 'readmitted');
  const patient: Patient = { resourceType: 'Patient', id: 'ada', deceasedDateTime: '2026-11-17' };
  await tell({ ...patient, name: [{ family: 'Ada' }] });
  assert.deepEqual((await list()).lines, []);
  assert.equal((await list()).reached.figure.excluded, 1);
});

test('a stay that another takes up the day after is no discharge', async () => {
  await tell(left('ada', '', { id: 'on', status: 'active', period: { start: '2026-11-12' } }));
  assert.deepEqual((await list()).lines, []);
});

test('the share reached is of windows that are over, by client; outcomes are of those who answered, with their range', async () => {
  await tell(left('bo', '2026-11-11'), left('di', '2026-10-01'), left('cy', '2026-10-01'));
  const { figure } = (await list()).reached;
  assert.deepEqual([figure.value, figure.excluded, figure.unrecorded], [null, 0, 8]);
  // What was over before anything was logged here nobody knows; the log begins in September.
  clinic.setClock('2026-09-02T13:00:00Z');
  await log({ at: '2026-09-02T12:00:00Z', followUp: null });
  clinic.setClock('2026-11-22T13:00:00Z');
  await log({ result: 'reached', followUp: said({ answers: ANSWERS }) });
  const { reached, outcomes } = await list();
  // Ada and Bo: 72 h and 7 days; Cy and Di, who left on 1 October: those and 30 days.
  assert.deepEqual([reached.figure.numerator, reached.figure.denominator], [1, 10]);
  assert.deepEqual(
    reached.each.map(({ name, figure }) => [name, figure.numerator, figure.denominator]),
    [
      ['72 h', 0, 4],
      ['7 days', 1, 4],
      ['30 days', 0, 2],
    ],
  );
  // The measure of the same name, over the weeks that the windows end in, by the same rule.
  const course = await measured('from=2026-09-14&to=2026-11-22');
  assert.deepEqual(
    [course.whole.figure.numerator, course.whole.figure.denominator],
    [reached.figure.numerator, reached.figure.denominator],
  );
  assert.deepEqual(course.whole.figure.interval, reached.figure.interval);
  const abstinent = outcomes.find(({ question }) => question === 'abstinent');
  assert.deepEqual(
    [abstinent?.figure.numerator, abstinent?.figure.denominator, abstinent?.figure.unrecorded],
    [1, 1, 3],
  );
  assert.deepEqual(abstinent?.range, { none: 1, all: 4, of: 4 });
  const arrests = outcomes.find(({ question }) => question === 'notArrested');
  assert.deepEqual([arrests?.figure.value, arrests?.range], [null, { none: 0, all: 4, of: 4 }]);
});

test('over time each follow-up stands in the week its window ends, by its discharge, with the records behind it', async () => {
  clinic.setClock('2026-09-02T13:00:00Z');
  await log({ at: '2026-09-02T12:00:00Z', followUp: null });
  clinic.setClock('2026-11-22T13:00:00Z');
  await log({ result: 'reached', at: '2026-11-18T13:00:00Z' });
  // The window of the 72 hours ended on Sunday 15 November, that of the 7 days on Friday the 20th.
  const weeks = 'from=2026-11-09&to=2026-11-22';
  const { whole, measure, groups } = await measured(`${weeks}&split=site`);
  assert.equal(measure.countedIn, 'follow-ups');
  assert.deepEqual(
    whole.points.map(({ numerator, denominator }) => [numerator, denominator]),
    [
      [0, 1],
      [1, 1],
    ],
  );
  assert.equal(groups.length, 1);
  const { tallies = [], total } = await casesBehind(`${weeks}&counts=numerator`);
  const [one] = tallies;
  assert.deepEqual(
    [total, one?.day, one?.familyName, one?.which],
    [1, '2026-11-20', 'Ada', '7 days'],
  );
  assert.deepEqual(one?.recordIds, [await clinic.idOf('EpisodeOfCare/episode-ada')]);
  assert.equal((await casesBehind(weeks, sam)).total, 0);
  assert.equal((await casesBehind(weeks, ruth)).total, 2);
  // A window of long ago is found as well; of the time before the log nobody knows.
  await tell(left('di', '2025-01-10', { period: { start: '2024-10-01', end: '2025-01-10' } }));
  const before = (await measured('from=2025-01-06&to=2025-02-23')).whole.figure;
  assert.deepEqual([before.denominator, before.unrecorded], [0, 3]);
});

test('an accepted return to care stands on the intake list, once, until it is withdrawn or declined', async () => {
  const waiting = async () => {
    const { waiting } = (await clinic.get(vera, '/api/intake')).body as IntakeList;
    return waiting.filter(({ familyName }) => familyName === 'Ada');
  };
  assert.deepEqual(await waiting(), []);
  const accepted = { result: 'reached', followUp: said({ returnToCare: 'accepted' }) };
  const id = await log(accepted);
  const [only] = await waiting();
  assert.deepEqual(
    [only?.requestId, only?.offeredBy, only?.requestedOn, only?.step],
    [null, 'ruth', '2026-11-18', 'no-assessment'],
  );
  const second = await log({ ...accepted, at: '2026-11-18T13:01:00Z' });
  assert.equal((await waiting()).length, 1);
  await withdraw(second);
  await withdraw(id);
  assert.deepEqual(await waiting(), []);
  await log(accepted);
  await log({
    ...{ result: 'reached', at: '2026-11-18T13:01:00Z' },
    followUp: said({ returnToCare: 'declined' }),
  });
  assert.deepEqual(await waiting(), []);
  await log({ ...accepted, at: '2026-11-18T13:02:00Z' });
  assert.equal((await waiting()).length, 1);
  await tell(left('ada', '', { id: 'again', status: 'active', period: { start: '2026-11-18' } }));
  assert.deepEqual(await waiting(), []);
});

test('a follow-up that is due and a milestone that is late ask for something, under the same keys each time', async () => {
  const tasks = async (reader = vera) => {
    const { tasks } = (await clinic.get(reader, '/api/tasks?whose=team')).body as Tasks;
    return tasks.filter(({ rule }) => rule === 'follow-up' || rule === 'aftercare');
  };
  const found = await tasks();
  assert.deepEqual(await tasks(), found);
  const call = found.find(({ rule }) => rule === 'follow-up');
  assert.deepEqual(
    [call?.what, call?.client?.familyName, call?.dueOn, call?.overdue, call?.owner],
    ['Follow-up call 7 days', 'Ada', '2026-11-18', false, null],
  );
  const late = found.find(
    ({ rule, client }) => rule === 'aftercare' && client?.familyName === 'Ada',
  );
  assert.match(late?.what ?? '', /^Aftercare: .* is late$/);
  assert.deepEqual([late?.owner?.name, late?.overdue], ['Test Ruth', true]);
  await log({ result: 'reached' });
  assert.deepEqual(
    (await tasks()).filter(({ rule }) => rule === 'follow-up'),
    [],
  );
});

test('tasks ask for what the longest rule of any program asks, to its last day', async () => {
  const asked = async () => {
    const { tasks } = (await clinic.get(vera, '/api/tasks?whose=team')).body as Tasks;
    return tasks
      .filter(({ client }) => client?.familyName === 'Ada')
      .map(({ rule }) => rule)
      .filter((rule) => rule === 'follow-up' || rule === 'aftercare');
  };
  const leaves = (on: string) =>
    tell(left('ada', on, { period: { start: '2025-08-01', end: on } }));
  // 30 days ago what is missing is still asked for; the call of 30 days may be made until day 37.
  await leaves('2026-10-19');
  assert.deepEqual(await asked(), ['aftercare', 'follow-up']);
  await leaves('2026-10-18');
  assert.deepEqual(await asked(), ['follow-up']);
  await leaves('2026-10-12');
  assert.deepEqual(await asked(), ['follow-up']);
  await leaves('2026-10-11');
  assert.deepEqual(await asked(), []);
  // A year and 30 days: nobody asked, until one program does.
  await leaves('2025-10-19');
  assert.deepEqual(await asked(), []);
  const admin = await clinic.reader('admin', null);
  const { status } = await clinic.send(admin, 'POST', '/api/settings/values', {
    ...{ id: randomUUID(), setting: 'followUpAt365Days', value: 1, payer: null },
    ...{ programId: await clinic.idOf('HealthcareService/program'), effectiveOn: '2026-11-01' },
    basedOn: 0,
  });
  assert.equal(status, 201);
  assert.deepEqual(await asked(), ['follow-up']);
});
