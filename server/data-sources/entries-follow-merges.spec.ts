import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { Patient } from 'fhir/r4';
import type { ClientOutreach } from '#domain/outreach/contact.contract';
import type { Tasks } from '#domain/outreach/task.contract';
import { rebuild } from './rebuild.ts';
import type { Reader } from '../database/reader.ts';
import { merged } from '../testing/clinical-record.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Cy is Sam's client, Ada is Ruth's; that they are one person is found later. */
async function open() {
  clinic = await openTestClinic();
  return {
    ruth: await clinic.reader('counselor', 'ruth'),
    sam: await clinic.reader('counselor', 'sam'),
    ada: await clinic.idOf('Patient/ada'),
    cy: await clinic.idOf('Patient/cy'),
  };
}

const then = async (...patients: Patient[]) => {
  clinic.endpoint.put('2026-11-18T13:01:30Z', ...patients);
  await clinic.sync.readOnce();
};
const parted = (client: string): Patient => ({ ...merged(client, 'nobody'), link: [] });

const logContact = (reader: Reader, clientId: string) =>
  clinic.send(reader, 'POST', '/api/outreach/contacts', {
    id: randomUUID(),
    clientId,
    at: '2026-11-18T13:00:00Z',
    mode: 'phone',
    result: 'not-reached',
    barrier: null,
    nextStep: null,
    nextStepOn: null,
    corrects: null,
  });
const forbid = (reader: Reader, clientId: string) =>
  clinic.send(reader, 'POST', '/api/outreach/contact-rules', {
    id: randomUUID(),
    clientId,
    replaces: null,
    phone: 'allowed',
    voicemail: 'not-allowed',
    text: 'not-recorded',
    letter: 'not-recorded',
    email: 'not-recorded',
    namesProgram: 'not-allowed',
    reason: 'Asked for it',
  });
const writtenOf = async (reader: Reader, clientId: string) => {
  const { body } = await clinic.get(reader, `/api/outreach/clients/${clientId}`);
  const { contacts, contactRules } = body as ClientOutreach;
  return [contacts.length, contactRules[0]?.voicemail ?? null];
};
const ownTasks = async (reader: Reader) => {
  const { body } = await clinic.get(reader, '/api/tasks?whose=team');
  return (body as Tasks).tasks.flatMap(({ rule, client }) =>
    rule === 'own' ? [client?.familyName] : [],
  );
};

test('what was written of a record holds for whoever it is merged into, and goes back when they are parted', async () => {
  const { ruth, sam, ada, cy } = await open();
  assert.equal((await logContact(sam, cy)).status, 204);
  assert.equal((await forbid(sam, cy)).status, 204);
  const made = {
    id: randomUUID(),
    key: null,
    clientId: cy,
    act: 'made',
    words: 'Bring the letter',
  };
  await clinic.send(sam, 'POST', '/api/tasks/entries', {
    ...made,
    ownerId: null,
    dueOn: '2026-11-20',
  });
  assert.deepEqual(await ownTasks(sam), ['Cy']);
  assert.deepEqual(await writtenOf(ruth, ada), [0, null]);

  await then(merged('cy', 'ada'));
  assert.deepEqual(await writtenOf(ruth, ada), [1, 'not-allowed']);
  assert.deepEqual(await ownTasks(ruth), ['Ada']);
  await logContact(ruth, ada);
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual(await writtenOf(ruth, ada), [2, 'not-allowed']);

  await then(parted('cy'));
  assert.deepEqual(await writtenOf(sam, cy), [1, 'not-allowed']);
  assert.deepEqual(await writtenOf(ruth, ada), [1, null]);
  assert.deepEqual([await ownTasks(sam), await ownTasks(ruth)], [['Cy'], []]);
});

test('along a chain of merges it goes to the last, and from a circle nowhere', async () => {
  const { ruth, sam, cy } = await open();
  const bo = await clinic.idOf('Patient/bo');
  await logContact(sam, cy);
  await then(merged('cy', 'di'));
  await then(merged('di', 'bo'));
  assert.equal((await writtenOf(ruth, bo))[0], 1);
  await then(merged('bo', 'cy'));
  assert.equal((await writtenOf(sam, cy))[0], 1);
});
