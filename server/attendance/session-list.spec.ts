import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { SessionList, SessionRoster } from '#domain/attendance/session-list.contract';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

test('sessions newest first, each with how many came and how many nobody recorded', async () => {
  clinic = await openTestClinic();
  const { sessions, counts } = await list('counselor', 'ruth');
  assert.deepEqual(
    sessions.map(({ startsAt, clients, attended, awaitingRecord }) => [
      startsAt.slice(0, 10),
      clients,
      attended,
      awaitingRecord,
    ]),
    [
      ['2026-11-17', 2, 0, 1],
      ['2026-11-16', 1, 1, 0],
    ],
  );
  assert.deepEqual([counts.all, counts['awaiting-record'], counts['not-recorded']], [2, 1, 0]);
});

test('a day after its end, what nobody recorded is a concern of its own', async () => {
  clinic = await openTestClinic();
  clinic.setClock('2026-11-18T17:00:01Z');
  const { sessions, counts } = await list('counselor', 'ruth', '?concern=not-recorded');
  assert.deepEqual(
    sessions.map(({ notRecorded, awaitingRecord }) => [notRecorded, awaitingRecord]),
    [[1, 0]],
  );
  assert.deepEqual([counts.all, counts['not-recorded'], counts['awaiting-record']], [3, 1, 1]);
});

test('a session names everybody whom the reader may see, with the record of each', async () => {
  clinic = await openTestClinic();
  const [tuesday] = (await list('counselor', 'ruth')).sessions;
  const open = async (role: 'counselor' | 'supervisor', who: string) => {
    const path = `/api/attendance/sessions/${tuesday?.sessionId}`;
    return clinic.get(await clinic.reader(role, who), path);
  };
  const { body } = await open('counselor', 'ruth');
  assert.deepEqual(
    (body as SessionRoster).members.map(({ familyName, status, mine }) => [
      familyName,
      status,
      mine,
    ]),
    // Cy is Sam's client and in the group that Ruth leads.
    [
      ['Ada', 'no-show', true],
      ['Bo', 'awaiting-record', true],
      ['Cy', 'no-show', false],
    ],
  );
  const walt = (await open('supervisor', 'walt')).body as SessionRoster;
  assert.deepEqual(
    walt.members.map(({ familyName }) => familyName),
    ['Cy'],
  );
});

test('a session of nobody within reach looks as one that does not exist', async () => {
  clinic = await openTestClinic();
  const [monday] = (await list('counselor', 'ruth')).sessions.slice(-1);
  const sam = await clinic.reader('counselor', 'sam');
  const answer = await clinic.get(sam, `/api/attendance/sessions/${monday?.sessionId}`);
  assert.equal(answer.status, 404);
});

async function list(role: 'counselor', who: string, query = ''): Promise<SessionList> {
  const { body, status } = await clinic.get(
    await clinic.reader(role, who),
    `/api/attendance/sessions${query}`,
  );
  assert.equal(status, 200, JSON.stringify(body));
  return body as SessionList;
}
