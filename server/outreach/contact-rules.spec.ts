import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import { sql } from 'kysely';
import type { ClientOutreach } from '#domain/outreach/contact.contract';
import type { NewContactRules } from '#domain/outreach/contact-rules.contract';
import { rebuild } from '../data-sources/rebuild.ts';
import type { Reader } from '../database/reader.ts';
import { selectAsLogin } from '../testing/reader-login.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

async function open() {
  clinic = await openTestClinic();
  return {
    ruth: await clinic.reader('counselor', 'ruth'),
    sam: await clinic.reader('counselor', 'sam'),
    vera: await clinic.reader('supervisor', 'vera'),
    ada: await clinic.idOf('Patient/ada'),
  };
}

const NOTHING: Omit<NewContactRules, 'id' | 'clientId' | 'replaces'> = {
  phone: 'not-recorded',
  voicemail: 'not-recorded',
  text: 'not-recorded',
  letter: 'not-recorded',
  email: 'not-recorded',
  namesProgram: 'not-recorded',
  reason: 'Asked for it at intake',
};
const write = async (reader: Reader, clientId: string, part: Partial<NewContactRules> = {}) =>
  (
    await clinic.send(reader, 'POST', '/api/outreach/contact-rules', {
      id: randomUUID(),
      clientId,
      replaces: null,
      ...NOTHING,
      ...part,
    })
  ).status;
const outreachOf = async (reader: Reader, clientId: string, asOf = ''): Promise<ClientOutreach> =>
  (await clinic.get(reader, `/api/outreach/clients/${clientId}${asOf}`)).body as ClientOutreach;

test('nothing is recorded until somebody writes it down; the last entry holds and those before stay', async () => {
  const { ruth, vera, ada } = await open();
  assert.deepEqual((await outreachOf(ruth, ada)).contactRules, []);
  assert.equal(await write(ruth, ada, { phone: 'allowed', voicemail: 'not-allowed' }), 204);
  clinic.setClock('2026-11-18T14:00:00Z');
  const [first] = (await outreachOf(vera, ada)).contactRules;
  assert.deepEqual(
    [first?.phone, first?.voicemail, first?.text, first?.madeBy, first?.madeAt],
    ['allowed', 'not-allowed', 'not-recorded', 'ruth', '2026-11-18T13:02:00.000Z'],
  );
  const replaces = first?.id ?? null;
  assert.equal(await write(vera, ada, { replaces, text: 'allowed', reason: 'Called in' }), 204);
  const { contactRules } = await outreachOf(ruth, ada);
  assert.deepEqual(
    contactRules.map(({ phone, text, reason, madeBy }) => [phone, text, reason, madeBy]),
    [
      ['not-recorded', 'allowed', 'Called in', 'vera'],
      ['allowed', 'not-recorded', 'Asked for it at intake', 'ruth'],
    ],
  );
  const before = await outreachOf(ruth, ada, '?asOf=2026-11-18T13:30:00Z');
  assert.deepEqual(
    before.contactRules.map(({ madeBy }) => madeBy),
    ['ruth'],
  );
});

test('sent twice it is kept once; of two who change it at once the second is told', async () => {
  const { ruth, vera, ada } = await open();
  const id = randomUUID();
  assert.deepEqual([await write(ruth, ada, { id }), await write(ruth, ada, { id })], [204, 204]);
  assert.equal(await write(vera, ada, { text: 'allowed' }), 409);
  assert.equal((await outreachOf(ruth, ada)).contactRules.length, 1);
});

test('who does not reach the client neither reads nor writes it, and the log says who tried', async () => {
  const { ruth, sam, ada } = await open();
  await write(ruth, ada);
  assert.equal(await write(sam, ada), 404);
  const director = await clinic.reader('director', 'walt');
  assert.equal(await write(director, ada), 403);
  const rows = await selectAsLogin(clinic.database, sam, 'contact_rules');
  assert.deepEqual(rows, []);
  const { rows: acts } = await clinic.database.own((scoped) =>
    sql<{ act: string }>`
      SELECT act FROM access_log WHERE act LIKE 'contact rules%' AND ${ada}::uuid = ANY(client_ids)
       ORDER BY act`.execute(scoped),
  );
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['contact rules, out-of-reach', 'contact rules, written'],
  );
});

test('what says nothing of why is refused', async () => {
  const { ruth, ada } = await open();
  assert.equal(await write(ruth, ada, { reason: ' ' }), 400);
});

test('a rebuild keeps it', async () => {
  const { ruth, ada } = await open();
  await write(ruth, ada, { email: 'not-allowed' });
  const before = (await outreachOf(ruth, ada)).contactRules;
  await clinic.sync.stop();
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual((await outreachOf(ruth, ada)).contactRules, before);
});

test('beside the clock stand the hours of calls and what was tried today, on the site’s calendar', async () => {
  const { ruth, ada } = await open();
  const log = (at: string, result: string) =>
    clinic.send(ruth, 'POST', '/api/outreach/contacts', {
      id: randomUUID(),
      clientId: ada,
      at,
      mode: 'phone',
      result,
      barrier: null,
      nextStep: null,
      nextStepOn: null,
      corrects: null,
    });
  await log('2026-11-18T04:59:00Z', 'not-reached'); // yesterday, 11:59 pm
  await log('2026-11-18T05:00:00Z', 'not-reached');
  await log('2026-11-18T13:00:00Z', 'reached');
  const { calling } = await outreachOf(ruth, ada);
  assert.deepEqual(calling, {
    fromHour: 8,
    toHour: 21,
    attemptsToday: 1,
    mostADay: 3,
  });
  clinic.setClock('2026-11-19T05:00:00Z'); // midnight
  assert.equal((await outreachOf(ruth, ada)).calling.attemptsToday, 0);
});
