import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { Consent, FhirResource } from 'fhir/r4';
import type { ClientOutreach } from '#domain/outreach/contact.contract';
import type { Tasks } from '#domain/outreach/task.contract';
import type { Reader } from '../database/reader.ts';
import { clinicalRecord } from '../testing/clinical-record.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const part = (type: FhirResource['resourceType']): FhirResource =>
  clinicalRecord('ada').find(({ resourceType }) => resourceType === type)!;

/** Ada, who missed Tuesday, has a mother; nothing is said yet of what she may know. */
async function open() {
  clinic = await openTestClinic();
  clinic.endpoint.put('2026-11-18T13:00:00Z', part('RelatedPerson'));
  await clinic.sync.readOnce();
  const ruth = await clinic.reader('counselor', 'ruth');
  const [ada, mother] = [
    await clinic.idOf('Patient/ada'),
    await clinic.idOf('RelatedPerson/ada-mother'),
  ];
  const log = async (more: object) => {
    const { status, body } = await clinic.send(ruth, 'POST', '/api/outreach/contacts', {
      ...{ id: randomUUID(), clientId: ada, at: '2026-11-18T13:00:00Z', mode: 'phone' },
      ...{ result: 'reached', barrier: null, nextStep: null, nextStepOn: null, corrects: null },
      ...more,
    });
    return [status, (body as { code?: string } | null)?.code];
  };
  return { ruth, ada, mother, log };
}
const outreachOf = async (reader: Reader, id: string) =>
  (await clinic.get(reader, `/api/outreach/clients/${id}`)).body as ClientOutreach;

test('nobody is told anything without the client’s consent, or without asking them first', async () => {
  const { ruth, ada, mother, log } = await open();
  const { support } = await outreachOf(ruth, ada);
  assert.deepEqual(
    support.map(({ familyName, consent }) => [familyName, consent]),
    [['Rivera', null]],
  );
  assert.deepEqual(await log({ withSupport: mother }), [409, 'no-consent']);
  assert.deepEqual(await log({ withSupport: mother, askedFirst: true }), [204, undefined]);
  const consent = part('Consent') as Consent;
  clinic.endpoint.put('2026-11-18T13:01:30Z', consent);
  await clinic.sync.readOnce();
  assert.deepEqual(await log({ withSupport: mother }), [204, undefined]);
  const { contacts } = await outreachOf(ruth, ada);
  assert.deepEqual(
    contacts.map(({ withSupport, askedFirst }) => [withSupport === mother, askedFirst]).sort(),
    [
      [true, false],
      [true, true],
    ],
  );
});

test('a talk with somebody else is no contact with the client, and answers no miss', async () => {
  const { ruth, ada, mother, log } = await open();
  const before = await outreachOf(ruth, ada);
  await log({ withSupport: mother, askedFirst: true });
  const after = await outreachOf(ruth, ada);
  assert.deepEqual(
    [after.lastTwoWayAt, after.attempts, after.misses[0]?.state],
    [before.lastTwoWayAt, before.attempts, 'open'],
  );
  const asksForOutreach = async () => {
    const { tasks } = (await clinic.get(ruth, '/api/tasks?whose=mine')).body as Tasks;
    return tasks.some(({ rule, client }) => rule === 'outreach' && client?.familyName === 'Ada');
  };
  assert.equal(await asksForOutreach(), true);
  await log({});
  assert.notEqual((await outreachOf(ruth, ada)).misses[0]?.state, 'open');
  assert.equal(await asksForOutreach(), false);
});

test('somebody who stands by another client is nobody here', async () => {
  const { log } = await open();
  clinic.endpoint.put(
    '2026-11-18T13:01:30Z',
    ...clinicalRecord('bo').filter(({ resourceType }) => resourceType === 'RelatedPerson'),
  );
  await clinic.sync.readOnce();
  const other = await clinic.idOf('RelatedPerson/bo-mother');
  assert.deepEqual(await log({ withSupport: other, askedFirst: true }), [404, 'not-found']);
});
