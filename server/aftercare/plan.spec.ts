import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { AftercarePlan } from '#domain/aftercare/plan-content.contract';
import type { PlanContentId } from '#domain/aftercare/plan-content';
import type { ClientDisclosures } from '#domain/disclosures/disclosure.contract';
import { rebuild } from '../data-sources/rebuild.ts';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let vera: Reader;
let ruth: Reader;
let sam: Reader;
let ada: string;

const subject = { reference: 'Patient/ada' };
const kit: FhirResource = {
  ...{ resourceType: 'MedicationRequest', id: 'kit', status: 'active', intent: 'order', subject },
  medicationCodeableConcept: { text: 'naloxone nasal spray' },
  authoredOn: '2026-10-06T15:00:00Z',
};
const crisis: FhirResource = {
  ...{ resourceType: 'Flag', id: 'crisis', status: 'active', subject },
  code: { text: 'Crisis plan: sister first' },
  period: { start: '2026-10-12' },
};

beforeEach(async () => {
  clinic = await openTestClinic();
  [vera, ruth, sam] = [
    await clinic.reader('supervisor', 'vera'),
    await clinic.reader('counselor', 'ruth'),
    await clinic.reader('counselor', 'sam'),
  ];
  ada = await clinic.idOf('Patient/ada');
});
afterEach(() => clinic.close());

const read = (reader: Reader, query = '') =>
  clinic.get(reader, `/api/clients/${ada}/aftercare-plan${query}`);
async function planOf(reader: Reader, query = '') {
  const { plan } = (await read(reader, query)).body as AftercarePlan;
  assert.ok(plan);
  return plan;
}
const content = async (id: PlanContentId, query = '') =>
  (await planOf(vera, query)).contents.find((one) => one.id === id);
async function write(reader: Reader, says: object, more: object = {}) {
  const { episodeId } = await planOf(vera);
  return clinic.send(reader, 'POST', `/api/clients/${ada}/entries`, {
    ...{ id: randomUUID(), kind: 'plan-content', episodeId, seen: null },
    says: {
      ...{ content: 'housing', status: 'done', kind: null, on: '2026-11-18' },
      ...{ owner: null, note: null },
      ...says,
    },
    ...more,
  });
}

test('what staff wrote stands in the plan, once however often it is sent, and can be withdrawn', async () => {
  const id = randomUUID();
  const says = { kind: 'recovery-residence', owner: ' Kim, peer ', note: 'moves in Monday' };
  assert.equal((await write(ruth, says, { id })).status, 204);
  assert.equal((await write(ruth, says, { id })).status, 204);
  const { status, words, owner, by, entryId } = (await content('housing')) ?? {};
  assert.deepEqual(
    [status, words, owner, by, entryId],
    ['done', 'recovery residence', 'Kim, peer', 'ruth', id],
  );
  clinic.setClock('2026-11-18T14:00:00Z');
  await clinic.send(ruth, 'POST', `/api/clients/${ada}/entries/${id}/withdrawal`);
  assert.equal((await content('housing'))?.status, 'not-started');
  assert.equal((await content('housing', '?asOf=2026-11-18T13:30:00Z'))?.status, 'done');
});

test('who writes has seen the last of the same content, and of no other', async () => {
  await write(ruth, { status: 'in-progress' });
  const second = await write(vera, { status: 'declined' });
  assert.equal(second.status, 409);
  assert.match(JSON.stringify(second.body), /ruth wrote on .* recovery housing, in progress/);
  assert.equal((await write(vera, { content: 'transport', kind: 'public' })).status, 204);
});

test('a kind of another content, and a content that is written elsewhere, are refused', async () => {
  assert.equal((await write(ruth, { kind: 'twelve-step' })).status, 400);
  assert.equal((await write(ruth, { content: 'medication' })).status, 400);
  assert.equal((await write(ruth, {}, { episodeId: randomUUID() })).status, 404);
});

test('naloxone and a crisis plan of the record are there with their records, and outlive a rebuild', async () => {
  await write(ruth, { content: 'transport', kind: 'ride' });
  clinic.endpoint.put('2026-11-18T13:01:00Z', kit, crisis);
  await clinic.sync.readOnce();
  const seen = async () => {
    const found = [];
    for (const id of ['naloxone', 'crisis-plan', 'transport'] as const) {
      const { status, on, recordId, by } = (await content(id)) ?? {};
      found.push([status, on, recordId !== null, by]);
    }
    return found;
  };
  const before = [
    ['done', '2026-10-06', true, null],
    ['done', '2026-10-12', true, null],
    ['done', '2026-11-18', false, 'ruth'],
  ];
  assert.deepEqual(await seen(), before);
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual(await seen(), before);
});

test('a plan is read within reach alone, and who read it is in the log', async () => {
  assert.equal((await read(ruth)).status, 200);
  assert.equal((await read(sam)).status, 404);
  assert.equal((await write(sam, {})).status, 404);
  const { rows } = await clinic.database.own((scoped) =>
    sql<{ by: string; act: string }>`
      SELECT DISTINCT reader_name AS by, act FROM access_log
       WHERE client_ids = ARRAY[${ada}]::uuid[] AND act LIKE 'aftercare plan%' ORDER BY 1, 2`.execute(
      scoped,
    ),
  );
  assert.deepEqual(
    rows.map(({ by, act }) => `${by}: ${act}`),
    ['ruth: aftercare plan', 'sam: aftercare plan, refused', 'vera: aftercare plan'],
  );
});

test('a consent is missing for each recipient that none names: the court that is to be told', async () => {
  await clinic.send(ruth, 'POST', `/api/clients/${ada}/entries`, {
    ...{ id: randomUUID(), kind: 'court-report' },
    says: {
      ...{ to: 'Drug Court', officer: null, address: null },
      ...{ every: 'month', dueOn: '2026-11-30' },
    },
  });
  const consents = await content('consents');
  assert.deepEqual([consents?.status, consents?.words], ['not-started', 'Drug Court: not covered']);
  assert.match(consents?.beside[0]?.words ?? '', /No consent on record permits/);
  const legal = await content('legal');
  assert.deepEqual(
    legal?.beside.map(({ words, on }) => [words, on]),
    [['Reports to Drug Court, every month, next due', '2026-11-30']],
  );
});

test('a hand-off sheet has what is arranged of the plan, never what is declined or of the law', async () => {
  await write(ruth, { kind: 'own-home' });
  await write(ruth, { content: 'legal', kind: 'court' });
  await write(ruth, { content: 'employment', status: 'declined' });
  await write(ruth, { content: 'transport', status: 'in-progress' });
  const { body } = await clinic.get(ruth, `/api/clients/${ada}/disclosures`);
  const { plan } = (body as ClientDisclosures).handOff;
  assert.deepEqual(
    plan.map(({ id, status }) => `${id} ${status}`),
    ['housing done', 'transport in-progress'],
  );
});
