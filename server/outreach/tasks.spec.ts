import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { ClientOutreach } from '#domain/outreach/contact.contract';
import type { Coverages, Task, Tasks } from '#domain/outreach/task.contract';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

async function open() {
  clinic = await openTestClinic();
  return {
    ruth: await clinic.reader('counselor', 'ruth'),
    sam: await clinic.reader('counselor', 'sam'),
    vera: await clinic.reader('supervisor', 'vera'),
    walt: await clinic.reader('supervisor', 'walt'),
    ada: await clinic.idOf('Patient/ada'),
  };
}

async function tasksOf(reader: Reader, whose = 'mine'): Promise<Tasks> {
  const { body, status } = await clinic.get(reader, `/api/tasks?whose=${whose}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body as Tasks;
}

async function outreachTo(
  client: string,
  reader: Reader,
  whose = 'mine',
): Promise<Task | undefined> {
  const { tasks } = await tasksOf(reader, whose);
  return tasks.find((task) => task.rule === 'outreach' && task.client?.familyName === client);
}

const act = async (reader: Reader, entry: object) =>
  (await clinic.send(reader, 'POST', '/api/tasks/entries', { id: randomUUID(), ...entry })).status;

test('a session that nobody recorded is its facilitator’s task, whoever’s clients were in it', async () => {
  const { ruth, vera } = await open();
  const { tasks } = await tasksOf(ruth);
  const roster = tasks.find(({ rule }) => rule === 'record-attendance');
  assert.equal(roster?.evidence, 'Group A, Tue 17 Nov: 1 of 3 not recorded');
  assert.equal(roster?.owner?.name, 'Test Ruth');
  assert.equal(
    (await tasksOf(vera)).tasks.some(({ rule }) => rule === 'record-attendance'),
    false,
  );
});

test('who has no counselor is the task of who supervises the team', async () => {
  const { vera, ruth } = await open();
  assert.equal((await outreachTo('Di', vera))?.owner?.name, 'Test Vera');
  assert.equal(await outreachTo('Di', ruth, 'team'), undefined);
});

test('a task is closed with how and by whom, is seen so by the other, and opened again', async () => {
  const { ruth, vera, ada } = await open();
  const task = await outreachTo('Ada', ruth);
  assert.ok(task);
  const of = { key: task.key, clientId: ada };
  assert.equal(await act(ruth, { ...of, act: 'closed', words: 'Met at the door' }), 204);
  assert.equal(await outreachTo('Ada', ruth), undefined);
  const [closed] = (await tasksOf(vera, 'team')).closed;
  assert.deepEqual([closed?.closed?.how, closed?.closed?.by], ['Met at the door', 'ruth']);
  assert.equal(await act(vera, { ...of, act: 'reopened' }), 204);
  assert.ok(await outreachTo('Ada', ruth));
});

test('a task is given to a colleague and put off, and a person makes one of their own', async () => {
  const { ruth, vera, ada } = await open();
  const task = await outreachTo('Ada', ruth);
  const of = { key: task?.key, clientId: ada };
  await act(ruth, { ...of, act: 'assigned', ownerId: vera.staffId });
  await act(ruth, { ...of, act: 'moved', dueOn: '2026-11-20' });
  assert.equal(await outreachTo('Ada', ruth), undefined);
  const given = await outreachTo('Ada', vera);
  assert.deepEqual([given?.owner?.name, given?.dueOn], ['Test Vera', '2026-11-20']);
  const made = {
    act: 'made',
    clientId: ada,
    words: 'Call the court',
    dueOn: '2026-11-18',
    ownerId: null,
  };
  const id = randomUUID();
  await act(ruth, { id, ...made });
  await act(ruth, { id, ...made });
  const own = (await tasksOf(ruth)).tasks.filter(({ rule }) => rule === 'own');
  assert.deepEqual(
    own.map(({ what, client }) => [what, client?.familyName]),
    [['Call the court', 'Ada']],
  );
});

test('nobody does anything about a task of a client out of their reach', async () => {
  const { ruth, sam, ada } = await open();
  const task = await outreachTo('Ada', ruth);
  const of = { key: task?.key, clientId: ada };
  assert.equal(await act(sam, { ...of, act: 'closed', words: 'x' }), 404);
  // Without the client's name the entry is kept apart, and changes nothing that Ruth sees.
  await act(sam, { ...of, clientId: null, act: 'closed', words: 'x' });
  assert.ok(await outreachTo('Ada', ruth));
});

test('a task and what is said of its misses go by one rule', async () => {
  const { ruth, vera, ada } = await open();
  const stateOf = async (reader: Reader, clientId: string) => {
    const { body } = await clinic.get(reader, `/api/outreach/clients/${clientId}`);
    return (body as ClientOutreach).misses.map(({ state, dueAt }) => [state, dueAt]);
  };
  const toAda = await outreachTo('Ada', ruth);
  assert.deepEqual(await stateOf(ruth, ada), [['open', toAda?.dueAt]]);
  const toDi = await outreachTo('Di', vera);
  assert.equal(toDi?.evidence, 'No-show Mon 16 Nov, before outreach was logged here');
  assert.deepEqual([toDi?.dueOn, toDi?.overdue], ['2026-11-18', false]);
  const di = await clinic.idOf('Patient/di');
  assert.deepEqual(await stateOf(vera, di), [['not-known', '2026-11-17T14:00:00.000Z']]);
});

test('mine, the team’s and what is late are counted; late begins with the hour', async () => {
  const { ruth } = await open();
  const { counts } = await tasksOf(ruth);
  // Bo was admitted six weeks ago and never came: the letter is late already, as are both plans for aftercare.
  assert.deepEqual([counts.mine, counts.overdue], [5, 3]);
  clinic.setClock('2026-11-18T13:59:59Z');
  assert.equal((await tasksOf(ruth)).counts.overdue, 3);
  clinic.setClock('2026-11-18T14:00:00Z');
  const { tasks } = await tasksOf(ruth, 'overdue');
  assert.deepEqual(
    tasks.map(({ rule }) => rule),
    ['aftercare', 'aftercare', 'written', 'outreach'],
  );
  const { body } = await clinic.get(ruth, '/api/tasks/count');
  assert.deepEqual(body, { mine: 5, overdue: 4 });
});

const cover = (
  reader: Reader,
  awayId: string | null,
  coveredById: string | null,
  part: object = {},
) =>
  clinic.send(reader, 'POST', '/api/coverage', {
    id: randomUUID(),
    awayId,
    coveredById,
    fromDay: '2026-11-18',
    toDay: '2026-11-19',
    ...part,
  });

test('who covers a colleague has their tasks and reaches their clients, from day to day, no longer', async () => {
  const { ruth, sam, ada } = await open();
  const seen = async () => ({
    client: (await clinic.get(sam, `/api/clients/${ada}`)).status,
    task: (await outreachTo('Ada', sam))?.covering?.name,
  });
  assert.deepEqual(await seen(), { client: 404, task: undefined });
  assert.equal((await cover(ruth, ruth.staffId, sam.staffId)).status, 204);
  assert.deepEqual(await seen(), { client: 200, task: 'Test Sam' });
  assert.equal((await outreachTo('Ada', ruth))?.covering?.until, '2026-11-19');
  clinic.setClock('2026-11-20T04:59:00Z'); // 11:59 pm on the last day in New York
  assert.equal((await seen()).client, 200);
  clinic.setClock('2026-11-20T05:00:00Z');
  assert.equal((await seen()).client, 404);
});

test('a coverage that is withdrawn ends at once', async () => {
  const { ruth, sam, vera, ada } = await open();
  await cover(vera, ruth.staffId, sam.staffId);
  const { body } = await clinic.get(ruth, '/api/coverage');
  const [period] = (body as Coverages).coverages;
  assert.deepEqual(
    [period?.away.name, period?.coveredBy.name, period?.mayWithdraw],
    ['Test Ruth', 'Test Sam', true],
  );
  assert.equal((await clinic.send(sam, 'DELETE', `/api/coverage/${period?.id}`)).status, 404);
  assert.equal((await clinic.send(ruth, 'DELETE', `/api/coverage/${period?.id}`)).status, 204);
  assert.equal((await clinic.get(sam, `/api/clients/${ada}`)).status, 404);
});

test('nobody takes a colleague’s clients over by themselves', async () => {
  const { ruth, sam } = await open();
  assert.equal((await cover(sam, ruth.staffId, sam.staffId)).status, 403);
  assert.equal((await cover(ruth, ruth.staffId, ruth.staffId)).status, 400);
  assert.equal((await cover(ruth, ruth.staffId, sam.staffId, { toDay: '2026-11-17' })).status, 400);
  assert.equal((await cover(ruth, ruth.staffId, randomUUID())).status, 404);
});
