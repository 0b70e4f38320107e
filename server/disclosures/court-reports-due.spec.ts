import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { Consent, FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { CourtReportsDue } from '#domain/disclosures/court-reports-due.contract';
import type { Tasks } from '#domain/outreach/task.contract';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const COURT = 'Harbor County Drug Court';
const consent: Consent = {
  ...{ resourceType: 'Consent', id: 'consent-court', status: 'active' },
  scope: { coding: [{ code: 'patient-privacy' }] },
  category: [{ coding: [{ code: 'IDSCL' }] }],
  patient: { reference: 'Patient/ada' },
  policy: [{ uri: 'https://www.ecfr.gov/current/title-42/section-2.35' }],
  provision: {
    type: 'permit',
    period: { start: '2026-10-05', end: '2027-10-04' },
    actor: [{ role: {}, reference: { display: COURT } }],
  },
};

async function open(...resources: FhirResource[]) {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...resources);
  await clinic.sync.readOnce();
  return {
    ruth: await clinic.reader('counselor', 'ruth'),
    vera: await clinic.reader('supervisor', 'vera'),
    sam: await clinic.reader('counselor', 'sam'),
    ada: await clinic.idOf('Patient/ada'),
  };
}

const lines = async (reader: Reader, query = '') =>
  ((await clinic.get(reader, `/api/court-reports${query}`)).body as CourtReportsDue).lines;
const states = async (reader: Reader) =>
  (await lines(reader)).map(({ state, dueOn, sentOn }) => [state, dueOn ?? sentOn]);
async function ask(reader: Reader, client: string, dueOn: string): Promise<string> {
  const id = randomUUID();
  await clinic.send(reader, 'POST', `/api/clients/${client}/entries`, {
    ...{ id, kind: 'court-report' },
    says: { to: COURT, officer: 'Judge Moss', address: null, every: 'month', dueOn },
  });
  return id;
}
const send = (reader: Reader, client: string, dutyId: string) =>
  clinic.send(reader, 'POST', `/api/clients/${client}/disclosures`, {
    ...{ id: randomUUID(), kind: 'court-report', dutyId, recipient: COURT },
    ...{ address: '2 Court Street', what: ['phase'] },
  });
const tasks = async (reader: Reader) => {
  const { body } = await clinic.get(reader, '/api/tasks?whose=team');
  return (body as Tasks).tasks.flatMap(({ rule, dueOn, owner }) =>
    rule === 'court-report' ? [`${dueOn} ${owner?.name}`] : [],
  );
};
const tell = async (at: string, ...resources: FhirResource[]) => {
  clinic.endpoint.put(at, ...resources);
  await clinic.sync.readOnce();
};

test('a report is overdue, refused while no consent covers it, due again with one, and sent', async () => {
  const { ruth, ada } = await open();
  const duty = await ask(ruth, ada, '2026-11-16');
  assert.deepEqual(await states(ruth), [['overdue', '2026-11-16']]);
  assert.deepEqual(await tasks(ruth), ['2026-11-16 Test Ruth']);
  clinic.setClock('2026-11-18T14:00:00Z');
  assert.equal((await send(ruth, ada, duty)).status, 409);
  assert.deepEqual(await states(ruth), [['refused', '2026-11-16']]);
  const [refused] = await lines(ruth);
  assert.deepEqual([refused?.refusedOn, refused?.lateDays], ['2026-11-18', 2]);
  assert.match(refused?.refusal ?? '', /No consent on record permits/);
  await tell('2026-11-18T14:01:00Z', consent);
  assert.deepEqual(await states(ruth), [['overdue', '2026-11-16']]);
  clinic.setClock('2026-11-18T15:00:00Z');
  assert.equal((await send(ruth, ada, duty)).status, 204);
  assert.deepEqual(await states(ruth), [
    ['later', '2026-12-16'],
    ['sent', '2026-11-18'],
  ]);
  const sent = (await lines(ruth)).at(-1);
  assert.deepEqual([sent?.sentBy, sent?.to, sent?.officer], ['ruth', COURT, 'Judge Moss']);
  assert.deepEqual(await tasks(ruth), []);
  // As of before, as it was.
  const before = await lines(ruth, '?asOf=2026-11-18T13:30:00Z');
  assert.deepEqual(
    before.map(({ state }) => state),
    ['overdue'],
  );
});

test('a court goes on asking after a client has left: list and To do both have it', async () => {
  const { ruth, vera, ada } = await open(consent);
  await ask(ruth, ada, '2026-11-20');
  await tell('2026-11-18T13:01:00Z', {
    ...{ resourceType: 'EpisodeOfCare', id: 'episode-ada', status: 'finished' },
    patient: { reference: 'Patient/ada' },
    managingOrganization: { reference: 'Organization/unit' },
    careManager: { reference: 'Practitioner/ruth' },
    team: [{ reference: 'CareTeam/one' }],
    period: { start: '2026-09-01', end: '2026-11-16' },
  });
  const [line] = await lines(vera);
  assert.deepEqual([line?.state, line?.endedOn], ['due', '2026-11-16']);
  assert.deepEqual(await tasks(vera), ['2026-11-20 Test Ruth']);
});

test('nobody reads of a client out of reach, and who read is in the log', async () => {
  const { ruth, sam, vera, ada } = await open();
  await ask(ruth, ada, '2026-11-20');
  assert.deepEqual(await lines(sam), []);
  assert.equal((await lines(vera)).length, 1);
  assert.deepEqual(await lines(vera, `?counselor=${sam.staffId ?? ''}`), []);
  const { rows } = await clinic.database.own((scoped) =>
    sql<{ by: string }>`
      SELECT reader_name AS by FROM access_log
       WHERE act = 'court reports due' AND ${ada}::uuid = ANY(client_ids)`.execute(scoped),
  );
  assert.deepEqual(
    rows.map(({ by }) => by),
    ['vera'],
  );
});
