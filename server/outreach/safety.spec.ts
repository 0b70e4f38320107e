import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { CrisisParticulars, SafetyTask, SafetyTasks } from '#domain/outreach/safety.contract';
import type { Caseload, CaseloadOverview } from '#domain/caseload/caseload.contract';
import type { Reader } from '../database/reader.ts';
import { rebuild } from '../data-sources/rebuild.ts';
import { measured } from '../testing/clinical-record.fixture.ts';
import { selectAsLogin } from '../testing/reader-login.fixture.ts';
import { booking } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const ITEM_9 = '44260-8';
const reference = (name: string) => ({ reference: name });
/** Cy is Sam's client; Ruth leads Group A, where Cy is booked today. */
const answer = (client: string, value = 2, day = '2026-11-17') =>
  measured(`${client}-item-9`, client, ITEM_9, value, { effectiveDateTime: `${day}T19:00:00Z` });

async function open(...resources: FhirResource[]) {
  clinic = await openTestClinic();
  await come(...resources);
  const reader = (role: Reader['role'], staff: string) => clinic.reader(role, staff);
  return {
    ruth: await reader('counselor', 'ruth'),
    sam: await reader('counselor', 'sam'),
    walt: await reader('supervisor', 'walt'),
    vera: await reader('supervisor', 'vera'),
    cy: await clinic.idOf('Patient/cy'),
  };
}

async function come(...resources: FhirResource[]) {
  clinic.endpoint.put('2026-11-18T13:01:30Z', ...resources);
  await clinic.sync.readOnce();
}

async function safetyOf(reader: Reader): Promise<SafetyTasks> {
  const { body, status } = await clinic.get(reader, '/api/safety-tasks');
  assert.equal(status, 200, JSON.stringify(body));
  return body as SafetyTasks;
}
const openOf = async (reader: Reader): Promise<SafetyTask[]> => (await safetyOf(reader)).open;
const whatOf = async (reader: Reader) => (await openOf(reader)).map(({ what }) => what);

async function act(reader: Reader, entry: object, part: object = {}): Promise<number> {
  const body = { id: randomUUID(), ...entry, ...part };
  return (await clinic.send(reader, 'POST', '/api/safety-tasks/entries', body)).status;
}
const FOUND = {
  act: 'assessed',
  assessment: 'Spoke for 20 minutes',
  riskLevel: 'low',
  plan: 'Safety plan made',
};

test('an answer stands before the counselor, the supervisor and who leads the client’s group today', async () => {
  const { ruth, sam, walt, vera } = await open(answer('cy'));
  for (const reader of [ruth, sam, walt])
    assert.deepEqual(await whatOf(reader), ['PHQ-9 item 9: 2'], reader.name);
  assert.deepEqual(await whatOf(vera), []);
});

test('the facilitator sees that there is a task and nothing more of the client', async () => {
  const { ruth, sam, cy } = await open(answer('cy'));
  const [task] = await openOf(ruth);
  assert.deepEqual(
    [task?.through, task?.recordIds, task?.counselor, task?.onCall, task?.session?.service],
    ['session', [], null, [], 'Group A'],
  );
  assert.equal((await openOf(sam))[0]?.through, 'record');
  assert.equal((await clinic.get(ruth, `/api/safety-tasks/clients/${cy}`)).status, 404);
  assert.equal((await clinic.get(ruth, `/api/clients/${cy}`)).status, 404);
  for (const table of ['score', 'score_report', 'client_particulars', 'safety_assessment'])
    assert.deepEqual(
      (await selectAsLogin(clinic.database, ruth, table)).filter(
        ({ client_id }) => client_id === cy,
      ),
      [],
      table,
    );
});

test('the day after the group the facilitator sees it no more; the counselor does', async () => {
  const { ruth, sam } = await open(answer('cy'));
  clinic.setClock('2026-11-19T04:59:00Z'); // 11:59 pm in New York
  assert.equal((await openOf(ruth)).length, 1);
  clinic.setClock('2026-11-19T05:00:00Z');
  assert.equal((await openOf(ruth)).length, 0);
  assert.equal((await openOf(sam)).length, 1);
});

test('without a request that says what today is, a facilitator sees no signal at all', async () => {
  const { ruth } = await open(answer('cy'));
  assert.deepEqual(await selectAsLogin(clinic.database, ruth, 'safety_signal'), []);
});

test('a session that was cancelled makes nobody its facilitator', async () => {
  const { ruth } = await open(answer('cy'), booking('cy-wed', 'cy', '2026-11-18', 'cancelled'));
  assert.deepEqual(await openOf(ruth), []);
});

test('not acknowledged within the hour it goes to who supervises the team, and stays there', async () => {
  const { sam, walt, cy } = await open(answer('cy'));
  const [task] = await openOf(walt);
  assert.ok(task && !task.escalated && task.escalatesAt);
  clinic.setClock(new Date(Date.parse(task.escalatesAt) - 1).toISOString());
  assert.equal((await openOf(walt))[0]?.escalated, false);
  clinic.setClock(task.escalatesAt);
  const [late] = await openOf(walt);
  assert.deepEqual([late?.escalated, late?.onCall], [true, ['Test Walt']]);
  await act(sam, { act: 'acknowledged', clientId: cy, key: task.key });
  const [still] = await openOf(walt);
  assert.deepEqual([still?.escalated, still?.acknowledged?.by], [true, 'sam']);
});

test('acknowledged in time it is not escalated; only an assessment closes it', async () => {
  const { ruth, sam, walt, cy } = await open(answer('cy'));
  const [task] = await openOf(sam);
  assert.ok(task?.escalatesAt);
  assert.equal(await act(ruth, { act: 'acknowledged', clientId: cy, key: task.key }), 204);
  clinic.setClock('2026-11-20T13:00:00Z');
  const [later] = await openOf(walt);
  assert.deepEqual([later?.escalated, later?.acknowledged?.by], [false, 'ruth']);
  const entry = { ...FOUND, clientId: cy, key: task.key };
  assert.equal(await act(sam, entry), 204);
  const { open: none, assessed } = await safetyOf(walt);
  assert.deepEqual(
    [none, assessed[0]?.assessed?.by, assessed[0]?.assessed?.riskLevel],
    [[], 'sam', 'low'],
  );
  assert.equal(await act(sam, { act: 'reopened', clientId: cy, key: task.key }), 204);
  assert.equal((await openOf(walt)).length, 1);
});

test('the list says so until it is assessed, and again when that is taken back', async () => {
  const { sam, cy } = await open(answer('cy'));
  const rulesOfCy = async () => {
    const { body } = await clinic.get(sam, '/api/caseload');
    const line = (body as Caseload).lines.find(({ clientId }) => clientId === cy);
    return line?.flags.map(({ rule }) => rule) ?? [];
  };
  assert.ok((await rulesOfCy()).includes('safety-answer'));
  const of = { clientId: cy, key: (await openOf(sam))[0]?.key };
  assert.equal(await act(sam, { act: 'acknowledged', ...of }), 204);
  assert.ok((await rulesOfCy()).includes('safety-answer'));
  assert.equal(await act(sam, { ...FOUND, ...of }), 204);
  assert.ok(!(await rulesOfCy()).includes('safety-answer'));
  assert.equal(await act(sam, { act: 'reopened', ...of }), 204);
  assert.ok((await rulesOfCy()).includes('safety-answer'));
});

test('a facilitator takes it on and assesses nothing; who has nothing to do with the client, neither', async () => {
  const { ruth, vera, cy } = await open(answer('cy'));
  const [task] = await openOf(ruth);
  assert.ok(task);
  const of = { clientId: cy, key: task.key };
  assert.equal(await act(ruth, { ...FOUND, ...of }), 403);
  assert.equal(await act(vera, { act: 'acknowledged', ...of }), 404);
  assert.equal(await act(vera, { ...FOUND, ...of }), 404);
});

test('an assessment that is sent twice is kept once', async () => {
  const { sam, cy } = await open(answer('cy'));
  const [task] = await openOf(sam);
  const entry = { ...FOUND, id: randomUUID(), clientId: cy, key: task?.key };
  assert.deepEqual([await act(sam, entry), await act(sam, entry)], [204, 204]);
  const { rows } = await clinic.database.own((scoped) =>
    sql`SELECT FROM safety_assessment WHERE client_id = ${cy}`.execute(scoped),
  );
  assert.equal(rows.length, 1);
});

test('a graver answer of the same day is another task, whatever was found of the first', async () => {
  const { sam, cy } = await open(answer('cy', 1));
  const [task] = await openOf(sam);
  await act(sam, { ...FOUND, clientId: cy, key: task?.key });
  assert.deepEqual(await openOf(sam), []);
  await come(answer('cy', 3));
  assert.deepEqual(await whatOf(sam), ['PHQ-9 item 9: 3']);
});

test('what was answered more than 14 days before the first read was seen to before', async () => {
  const { sam } = await open(answer('cy', 2, '2026-11-03'));
  const first = await clinic.database.own((scoped) =>
    sql<{ day: string }>`SELECT min(started_at)::date AS day FROM sync_run`.execute(scoped),
  );
  assert.equal(first.rows[0]?.day, '2026-11-18');
  assert.deepEqual(await openOf(sam), []);
  await come(answer('cy', 2, '2026-11-04'));
  assert.equal((await openOf(sam)).length, 1);
});

const supply = (days: number): FhirResource => ({
  resourceType: 'MedicationRequest',
  id: 'cy-supply',
  status: 'active',
  intent: 'order',
  subject: reference('Patient/cy'),
  medicationCodeableConcept: { text: 'Buprenorphine 8 mg' },
  authoredOn: '2026-11-04',
  dispenseRequest: {
    validityPeriod: { start: '2026-11-04' },
    expectedSupplyDuration: { value: days, code: 'd' },
  },
});

test('opioid medication that has run out is a safety task from the first day without', async () => {
  const { sam } = await open(supply(15)); // to the 18th
  assert.deepEqual(await openOf(sam), []);
  clinic.setClock('2026-11-19T05:00:00Z');
  const [task] = await openOf(sam);
  assert.deepEqual(
    [task?.what, task?.aroseOn, task?.knownAt],
    ['No buprenorphine supply', '2026-11-19', '2026-11-19T05:00:00.000Z'],
  );
});

test('naltrexone that has run out is one once opioid use disorder is diagnosed, until it is not', async () => {
  const naltrexone = { ...supply(1), medicationCodeableConcept: { text: 'Naltrexone 50 mg' } };
  const diagnosis = (verification: string): FhirResource => ({
    resourceType: 'Condition',
    id: 'cy-opioid-use',
    subject: reference('Patient/cy'),
    verificationStatus: { coding: [{ code: verification }] },
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'F11.20' }] },
  });
  const { sam } = await open(naltrexone);
  assert.deepEqual(await whatOf(sam), []);
  await come(diagnosis('confirmed'));
  assert.deepEqual(await whatOf(sam), ['No naltrexone supply']);
  await come(diagnosis('entered-in-error'));
  assert.deepEqual(await whatOf(sam), []);
});

test('an overview counts what is open by counselor, until it is assessed', async () => {
  const { sam, walt, cy } = await open(answer('cy'), supply(1));
  const dora = await clinic.reader('director', null);
  const ofAll = async () => {
    const { body } = await clinic.get(dora, '/api/caseload/overview');
    return (body as CaseloadOverview).total.safetyTasks;
  };
  assert.equal(await ofAll(), 2);
  const counted = async () => {
    const { body } = await clinic.get(walt, '/api/caseload/overview');
    const { counts, total } = body as CaseloadOverview;
    return [counts.find(({ name }) => name.includes('Sam'))?.safetyTasks, total.safetyTasks];
  };
  assert.deepEqual(await counted(), [2, 2]);
  const [first] = await openOf(sam);
  assert.equal(await act(sam, { ...FOUND, clientId: cy, key: first?.key }), 204);
  assert.deepEqual(await counted(), [1, 1]);
});

test('an overview counts what nobody acknowledged in time, until somebody does', async () => {
  const { sam, walt, cy } = await open(answer('cy'));
  const late = async () => {
    const { body } = await clinic.get(walt, '/api/caseload/overview');
    return (body as CaseloadOverview).total.safetyNotAcknowledged;
  };
  assert.equal(await late(), 0);
  const [task] = await openOf(sam);
  clinic.setClock(task?.escalatesAt ?? '');
  assert.equal(await late(), 1);
  assert.equal(await act(sam, { act: 'acknowledged', clientId: cy, key: task?.key }), 204);
  assert.equal(await late(), 0);
});

const deathBooking = () =>
  booking('cy-fri', 'cy', '2026-11-20', 'cancelled', {
    cancelationReason: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason',
          code: 'pat-dec',
        },
      ],
    },
  });

test('a booking cancelled for a death is confirmed by a supervisor, and by nobody else', async () => {
  const { sam, walt, cy } = await open(deathBooking());
  assert.deepEqual(await whatOf(sam), ['Possible death, to confirm']);
  const of = { clientId: cy, key: 'death' };
  const found = { ...FOUND, ...of, riskLevel: 'not-deceased' };
  assert.equal(await act(sam, found), 403);
  assert.equal(await act(walt, { ...found, riskLevel: 'low' }), 403);
  assert.equal(await act(walt, found), 204);
  assert.deepEqual(await openOf(sam), []);
});

test('signals come out of a rebuild as they were, and what staff did still belongs to them', async () => {
  const { sam, cy } = await open(answer('cy'), supply(1), deathBooking());
  const [first] = await openOf(sam);
  await act(sam, { act: 'acknowledged', clientId: cy, key: first?.key });
  const before = await safetyOf(sam);
  assert.equal(before.open.length, 3);
  await clinic.sync.stop();
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual(await safetyOf(sam), before);
});

test('crisis particulars: whom a consent permits, and nobody else; what is not recorded is none', async () => {
  const support = (id: string, family: string): FhirResource => ({
    resourceType: 'RelatedPerson',
    id,
    patient: reference('Patient/cy'),
    name: [{ family, given: ['Test'] }],
    telecom: [{ system: 'phone', value: '617 555 0101' }],
  });
  const consent: FhirResource = {
    resourceType: 'Consent',
    id: 'cy-consent',
    status: 'active',
    scope: { coding: [{ code: 'patient-privacy' }] },
    category: [],
    patient: reference('Patient/cy'),
    provision: {
      type: 'permit',
      period: { start: '2026-10-05', end: '2026-11-18' },
      actor: [
        { role: { coding: [{ code: 'IRCP' }] }, reference: reference('RelatedPerson/mother') },
      ],
    },
  };
  const { sam, cy } = await open(
    answer('cy'),
    support('mother', 'Mother'),
    support('brother', 'Brother'),
    consent,
  );
  const particulars = async () =>
    (await clinic.get(sam, `/api/safety-tasks/clients/${cy}`)).body as CrisisParticulars;
  const found = await particulars();
  assert.deepEqual(
    found.contacts.map(({ familyName, phones }) => [familyName, phones]),
    [['Mother', ['617 555 0101']]],
  );
  assert.deepEqual(
    [found.withoutConsent, found.phones, found.address, found.crisisPlan],
    [1, [], null, []],
  );
  assert.deepEqual(
    found.today.map(({ service, site }) => [service, site]),
    [['Group A', 'Harbor Street']],
  );
  clinic.setClock('2026-11-19T13:00:00Z'); // the consent has ended
  assert.deepEqual((await particulars()).contacts, []);
  const { rows } = await clinic.database.own((scoped) =>
    sql`SELECT FROM access_log WHERE act = 'crisis particulars' AND ${cy}::uuid = ANY(client_ids)`.execute(
      scoped,
    ),
  );
  assert.equal(rows.length, 2);
});
