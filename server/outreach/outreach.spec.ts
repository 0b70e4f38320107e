import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import { sql } from 'kysely';
import type { ClientOutreach } from '#domain/outreach/contact.contract';
import type { Tasks } from '#domain/outreach/task.contract';
import type { Reader } from '../database/reader.ts';
import { rebuild } from '../data-sources/rebuild.ts';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { findOutreachOf } from './outreach-of.queries.ts';

let clinic: TestClinic;
let ruth: Reader;
let vera: Reader;
let ada: string;
afterEach(() => clinic.close());

/** Ada did not come on Tuesday at 9 am; it is Wednesday, 8:02 am. */
async function open() {
  clinic = await openTestClinic();
  ruth = await clinic.reader('counselor', 'ruth');
  vera = await clinic.reader('supervisor', 'vera');
  ada = await clinic.idOf('Patient/ada');
}

const contact = (part: object = {}) => ({
  id: randomUUID(),
  clientId: ada,
  at: '2026-11-18T13:00:00Z',
  mode: 'phone',
  result: 'not-reached',
  barrier: 'transport',
  nextStep: 'Call again',
  nextStepOn: '2026-11-19',
  corrects: null,
  ...part,
});
const log = (reader: Reader, entry: object) =>
  clinic.send(reader, 'POST', '/api/outreach/contacts', entry);
const withdraw = (reader: Reader, corrects: string, id = randomUUID()) =>
  clinic.send(reader, 'POST', '/api/outreach/contacts/withdrawn', { id, corrects });

async function outreachOf(reader: Reader, id = ada) {
  const { body, status } = await clinic.get(reader, `/api/outreach/clients/${id}`);
  return { status, ...(body as ClientOutreach) };
}

async function keysOf(reader: Reader, whose = 'mine'): Promise<string[]> {
  const { body, status } = await clinic.get(reader, `/api/tasks?whose=${whose}`);
  assert.equal(status, 200, JSON.stringify(body));
  return (body as Tasks).tasks.map(({ rule, client }) =>
    `${rule} ${client?.familyName ?? ''}`.trim(),
  );
}

test('a miss asks for outreach; a logged attempt answers it, and what was agreed is the next task', async () => {
  await open();
  assert.ok((await keysOf(ruth)).includes('outreach Ada'));
  const [miss] = (await outreachOf(ruth)).misses;
  assert.deepEqual([miss?.state, miss?.dueAt], ['open', '2026-11-18T14:00:00.000Z']);
  assert.equal((await log(ruth, contact())).status, 204);
  const keys = await keysOf(ruth);
  assert.ok(!keys.includes('outreach Ada') && keys.includes('next-step Ada'), keys.join());
  const after = await outreachOf(ruth);
  assert.equal(after.misses[0]?.state, 'in-time');
  assert.deepEqual([after.attempts, after.notReached], [1, false]);
  assert.equal(after.contacts[0]?.madeBy, 'ruth');
});

test('sent twice under one id it is kept once', async () => {
  await open();
  const entry = contact();
  const answers = await Promise.all([log(ruth, entry), log(ruth, entry), log(ruth, entry)]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [204, 204, 204],
  );
  assert.equal((await outreachOf(ruth)).contacts.length, 1);
});

test('a correction keeps what stood; undone, nothing stands and the miss is open again', async () => {
  await open();
  const first = contact();
  await log(ruth, first);
  const second = contact({ result: 'reached', corrects: first.id });
  assert.equal((await log(vera, second)).status, 204);
  const [entry, ...others] = (await outreachOf(ruth)).contacts;
  assert.equal(others.length, 0);
  assert.deepEqual(
    [entry?.result, entry?.madeBy, entry?.before.map(({ result, madeBy }) => [result, madeBy])],
    ['reached', 'vera', [['not-reached', 'ruth']]],
  );
  assert.equal((await withdraw(ruth, second.id)).status, 204);
  const after = await outreachOf(ruth);
  assert.deepEqual([after.contacts.length, after.misses[0]?.state], [0, 'open']);
});

test('of two who correct one entry, the second is told and nothing is doubled', async () => {
  await open();
  const first = contact();
  await log(ruth, first);
  await log(vera, contact({ result: 'reached', corrects: first.id }));
  assert.equal((await log(ruth, contact({ result: 'declined', corrects: first.id }))).status, 409);
  assert.equal((await withdraw(ruth, first.id)).status, 409);
  assert.deepEqual(
    (await outreachOf(ruth)).contacts.map(({ result }) => result),
    ['reached'],
  );
});

test('nobody writes or reads of a client out of their reach; no contact lies ahead', async () => {
  await open();
  const sam = await clinic.reader('counselor', 'sam');
  assert.equal((await log(sam, contact())).status, 404);
  assert.equal((await outreachOf(sam)).status, 404);
  await log(ruth, contact());
  assert.equal((await withdraw(sam, contact().id)).status, 404);
  assert.equal((await log(ruth, contact({ at: '2026-11-18T13:05:00Z' }))).status, 400);
  const director = await clinic.reader('director', null);
  assert.equal((await log(director, contact())).status, 403);
  assert.equal((await outreachOf(director)).status, 200);
});

test('what staff wrote outlasts a rebuild, and asks for the same tasks after it', async () => {
  await open();
  await log(ruth, contact());
  const before = [await keysOf(ruth), await outreachOf(ruth)];
  await clinic.sync.stop();
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual([await keysOf(ruth), await outreachOf(ruth)], before);
});

test('what the source sends again asks for nothing twice', async () => {
  await open();
  const before = await keysOf(ruth, 'team');
  clinic.endpoint.put('2026-11-18T13:01:00Z', booking('ada-tue', 'ada', '2026-11-17', 'noshow'));
  await clinic.sync.readOnce();
  assert.deepEqual(await keysOf(ruth, 'team'), before);
});

test('a list is told the last answer, and what was tried since', async () => {
  await open();
  const lastSeen = { clientId: ada, lastSeenAt: '2026-11-16T14:00:00.000Z' };
  const of = async () =>
    (
      await clinic.database.read(ruth, (scoped) =>
        findOutreachOf(scoped, ruth, [lastSeen], new Date('2026-11-18T13:02:00Z')),
      )
    ).get(ada);
  const before = await of();
  assert.deepEqual([before?.attempts, before?.lastAttempt], [0, null]);
  assert.equal(before?.lastTwoWayAt, '2026-11-16T14:00:00.000Z');
  await log(ruth, contact());
  const after = await of();
  assert.deepEqual([after?.attempts, after?.lastAttempt?.mode], [1, 'phone']);
  await log(ruth, contact({ result: 'reached' }));
  assert.equal((await of())?.lastTwoWayAt, '2026-11-18T13:00:00.000Z');
});

test('everything that was read or written about a client is in the access log', async () => {
  await open();
  await outreachOf(ruth);
  await log(ruth, contact());
  await keysOf(ruth);
  const { rows } = await clinic.database.own((scoped) =>
    sql<{
      act: string;
    }>`SELECT act FROM access_log WHERE ${ada}::uuid = ANY(client_ids) ORDER BY act`.execute(
      scoped,
    ),
  );
  assert.deepEqual(
    [...new Set(rows.map(({ act }) => act))],
    ['contact, written', 'outreach', 'tasks'],
  );
});
