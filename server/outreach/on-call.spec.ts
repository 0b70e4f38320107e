import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { CrisisParticulars, SafetyTask, SafetyTasks } from '#domain/outreach/safety.contract';
import type { NewOnCallSpan, OnCall } from '#domain/settings/on-call.contract';
import type { Reader } from '../database/reader.ts';
import { measured } from '../testing/clinical-record.fixture.ts';
import { selectAsLogin } from '../testing/reader-login.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Cy, Sam's client, answered; Vera supervises another team and has nothing to do with Cy. */
async function open() {
  clinic = await openTestClinic();
  clinic.endpoint.put(
    '2026-11-18T13:01:30Z',
    measured('cy-item-9', 'cy', '44260-8', 2, { effectiveDateTime: '2026-11-17T19:00:00Z' }),
  );
  await clinic.sync.readOnce();
  const admin = await clinic.reader('admin', null);
  const vera = await clinic.reader('supervisor', 'vera');
  const walt = await clinic.reader('supervisor', 'walt');
  const sam = await clinic.reader('counselor', 'sam');
  const cy = await clinic.idOf('Patient/cy');
  const [task] = await openOf(walt);
  assert.ok(task?.escalatesAt);
  return { admin, vera, walt, sam, cy, key: task.key, escalatesAt: Date.parse(task.escalatesAt) };
}

const PATH = '/api/settings/on-call';
const set = (reader: Reader, staff: Reader, part: Partial<NewOnCallSpan> = {}) =>
  clinic.send(reader, 'POST', PATH, {
    id: randomUUID(),
    staffId: staff.staffId,
    siteId: null,
    from: '2026-11-18T08:00',
    until: '2026-11-19T08:00',
    ...part,
  });

async function openOf(reader: Reader): Promise<SafetyTask[]> {
  const { body, status } = await clinic.get(reader, '/api/safety-tasks');
  assert.equal(status, 200, JSON.stringify(body));
  return (body as SafetyTasks).open;
}
const at = (instant: number) => clinic.setClock(new Date(instant).toISOString());
const send = (reader: Reader, entry: object) =>
  clinic.send(reader, 'POST', '/api/safety-tasks/entries', { id: randomUUID(), ...entry });
const acknowledge = async (reader: Reader, clientId: string, key: string) =>
  (await send(reader, { act: 'acknowledged', clientId, key })).status;

test('who is on call sees it from the minute it escalates, and nothing more of the client', async () => {
  const { admin, vera, walt, cy, escalatesAt } = await open();
  assert.equal((await set(admin, vera)).status, 201);
  assert.deepEqual((await openOf(walt))[0]?.onCall, ['Test Vera']);
  at(escalatesAt - 1);
  assert.deepEqual(await openOf(vera), []);
  at(escalatesAt);
  const [task] = await openOf(vera);
  assert.deepEqual(
    [task?.familyName, task?.what, task?.through, task?.escalated, task?.recordIds, task?.timeZone],
    ['Cy', 'PHQ-9 item 9: 2', 'on-call', true, [], 'America/New_York'],
  );
  assert.equal((await clinic.get(vera, `/api/clients/${cy}`)).status, 404);
  for (const table of ['client', 'safety_signal', 'safety_entry', 'client_particulars', 'score'])
    assert.deepEqual(
      (await selectAsLogin(clinic.database, vera, table)).filter(({ client_id, id }) =>
        [client_id, id].includes(cy),
      ),
      [],
      `${table}, without a request that says what time it is`,
    );
});

test('who is on call is told when the next one escalates, and nothing of whose', async () => {
  const { admin, vera, escalatesAt } = await open();
  await set(admin, vera, { until: '2026-11-20T08:00' });
  const changesAt = async () =>
    ((await clinic.get(vera, '/api/safety-tasks')).body as SafetyTasks).changesAt;
  assert.equal(await changesAt(), new Date(escalatesAt).toISOString());
  assert.deepEqual(await openOf(vera), []);
  at(escalatesAt);
  assert.equal(await changesAt(), '2026-11-20T13:00:00.000Z');
  assert.equal((await openOf(vera)).length, 1);
});

test('who is on call sees the crisis particulars while the task has come to them, and only then', async () => {
  const { admin, vera, walt, sam, cy, key, escalatesAt } = await open();
  await set(admin, vera);
  clinic.endpoint.put('2026-11-18T13:05:00Z', {
    resourceType: 'Patient',
    id: 'cy',
    name: [{ family: 'Cy', given: ['Test'] }],
    telecom: [{ system: 'phone', value: '617 555 0102' }],
  });
  await clinic.sync.readOnce();
  const crisis = async (reader: Reader) => {
    const { status, body } = await clinic.get(reader, `/api/safety-tasks/clients/${cy}`);
    return status === 200 ? { ...(body as CrisisParticulars), asOf: '' } : status;
  };
  at(escalatesAt - 1);
  assert.equal(await crisis(vera), 404);
  at(escalatesAt);
  const shown = await crisis(vera);
  assert.deepEqual(shown, await crisis(walt));
  assert.deepEqual(typeof shown === 'object' && shown.phones, ['617 555 0102']);
  assert.equal(await crisis(await clinic.reader('counselor', 'ruth')), 404);
  assert.equal((await clinic.get(vera, `/api/clients/${cy}`)).status, 404);
  const found = { act: 'assessed', assessment: 'Spoke', riskLevel: 'low', plan: 'Plan' };
  assert.equal((await send(sam, { ...found, clientId: cy, key })).status, 204);
  assert.equal(await crisis(vera), 404);
});

test('acknowledged in time it never comes to who is on call; they may acknowledge, and no more', async () => {
  const { admin, vera, sam, cy, key, escalatesAt } = await open();
  await set(admin, vera);
  assert.equal(await acknowledge(vera, cy, key), 404);
  at(escalatesAt);
  const found = { act: 'assessed', assessment: 'Spoke', riskLevel: 'low', plan: 'Plan' };
  assert.equal((await send(vera, { ...found, clientId: cy, key })).status, 403);
  assert.equal(await acknowledge(vera, cy, key), 204);
  assert.equal((await openOf(vera))[0]?.acknowledged?.by, 'vera');
  assert.equal((await send(sam, { ...found, clientId: cy, key })).status, 204);
  assert.deepEqual(await openOf(vera), []);
});

test('a millisecond before it escalates is in time', async () => {
  const { admin, vera, sam, cy, key, escalatesAt } = await open();
  await set(admin, vera);
  at(escalatesAt - 1);
  assert.equal(await acknowledge(sam, cy, key), 204);
  at(escalatesAt + 3_600_000);
  assert.deepEqual(await openOf(vera), []);
});

test('at the end of a span it goes to the next one, and where there is none to who supervises', async () => {
  const { admin, vera, walt } = await open();
  const ruth = await clinic.reader('counselor', 'ruth');
  await set(admin, vera, { until: '2026-11-18T20:00' });
  await set(admin, ruth, { from: '2026-11-18T20:00', until: '2026-11-19T08:00' });
  clinic.setClock('2026-11-19T00:59:59.999Z'); // 7:59 pm in New York
  assert.equal((await openOf(vera)).length, 1);
  assert.deepEqual((await openOf(walt))[0]?.onCall, ['Test Vera']);
  clinic.setClock('2026-11-19T01:00:00Z');
  assert.deepEqual(await openOf(vera), []);
  assert.deepEqual((await openOf(walt))[0]?.onCall, ['Test Ruth']);
  clinic.setClock('2026-11-19T13:00:00Z');
  assert.deepEqual((await openOf(walt))[0]?.onCall, ['Test Walt']);
});

test('a span of another site reaches nobody here; one that is withdrawn ends at once, and stays in the history', async () => {
  const { admin, vera, escalatesAt } = await open();
  at(escalatesAt);
  clinic.endpoint.put('2026-11-18T13:05:00Z', {
    resourceType: 'Location',
    id: 'mill',
    name: 'Millbrook',
  });
  await clinic.sync.readOnce();
  assert.equal((await set(admin, vera, { siteId: randomUUID() })).status, 400);
  const elsewhere = { siteId: await clinic.idOf('Location/mill') };
  assert.equal((await set(admin, vera, elsewhere)).status, 201);
  assert.deepEqual(await openOf(vera), []);
  const siteId = await clinic.idOf('Location/harbor');
  const id = randomUUID();
  for (let times = 0; times < 2; times++)
    assert.equal((await set(admin, vera, { siteId, id })).status, 201);
  assert.equal((await openOf(vera)).length, 1);
  assert.equal((await clinic.send(admin, 'POST', `${PATH}/${id}/withdrawal`)).status, 201);
  assert.deepEqual(await openOf(vera), []);
  const { spans } = (await clinic.get(vera, PATH)).body as OnCall;
  assert.deepEqual(
    spans
      .filter((span) => span.siteId === siteId)
      .map(({ staff, fromAt, untilAt, by, withdrawn }) => [
        staff.name,
        fromAt,
        untilAt,
        by,
        withdrawn?.by,
      ]),
    [['Test Vera', '2026-11-18T13:00:00.000Z', '2026-11-19T13:00:00.000Z', 'admin', 'admin']],
  );
});

test('a night in which the clocks go back has its hour more', async () => {
  const { admin, vera } = await open();
  await set(admin, vera, { from: '2026-10-31T20:00', until: '2026-11-01T08:00' });
  const [span] = ((await clinic.get(admin, PATH)).body as OnCall).spans;
  assert.deepEqual(
    [span?.fromAt, span?.untilAt],
    ['2026-11-01T00:00:00.000Z', '2026-11-01T13:00:00.000Z'],
  );
});

test('a supply that ends escalates an hour into its first day without, on the site’s calendar', async () => {
  const { admin, vera } = await open();
  await set(admin, vera, { from: '2026-11-19T00:00', until: '2026-11-20T00:00' });
  clinic.endpoint.put('2026-11-18T13:05:00Z', {
    resourceType: 'MedicationRequest',
    id: 'cy-supply',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/cy' },
    medicationCodeableConcept: { text: 'Buprenorphine 8 mg' },
    authoredOn: '2026-11-04',
    dispenseRequest: {
      validityPeriod: { start: '2026-11-04' },
      expectedSupplyDuration: { value: 15, code: 'd' },
    },
  });
  await clinic.sync.readOnce();
  const medication = async () =>
    (await openOf(vera)).filter(({ rule, escalated }) => rule === 'medication' && escalated).length;
  clinic.setClock('2026-11-19T05:59:59Z'); // 12:59 am in New York
  assert.equal(await medication(), 0);
  clinic.setClock('2026-11-19T06:00:00Z');
  assert.equal(await medication(), 1);
});

test('only an administrator sets the rota, and names who sees to clients', async () => {
  const { admin, vera, walt } = await open();
  assert.equal((await set(walt, vera)).status, 403);
  assert.equal((await set(admin, vera, { staffId: randomUUID() })).status, 400);
  assert.equal((await set(admin, vera, { until: '2026-11-18T08:00' })).status, 400);
  assert.equal((await set(admin, vera, { from: '2024-11-18T08:00' })).status, 400);
  assert.equal((await clinic.get(walt, PATH)).status, 200);
  assert.deepEqual(((await clinic.get(admin, PATH)).body as OnCall).spans, []);
});
