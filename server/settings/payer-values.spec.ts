import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import type { Problem } from '#domain/problem.contract';
import type { SettingEntry, SettingPreview, Settings } from '#domain/settings/settings.contract';
import type { Reader } from '../database/reader.ts';
import { authorized, payers } from '../testing/payers.fixture.ts';
import { type Asked, caseloadOf, setValue } from '../testing/settings.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let admin: Reader;
beforeEach(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...payers(), authorized('ada', 6));
  await clinic.sync.readOnce();
  admin = await clinic.reader('admin', null);
});
afterEach(() => clinic.close());

/** Five visits are left to Ada. */
const FIVE = {
  setting: 'authorizationVisits',
  value: 5,
  effectiveOn: '2026-11-18',
  payer: 'Harbor Health Plan',
} as const;

test('an administrator is told which payers coverages name, and nobody who pays themselves', async () => {
  assert.deepEqual((await settings(admin)).payers, [
    'Harbor Health Plan',
    'Northway Commercial',
    'State Medicaid',
  ]);
  assert.deepEqual((await settings(await clinic.reader('director', null))).payers, []);
});

test('a value is one payer’s alone, with who set it, and as if never set once it is withdrawn', async () => {
  assert.equal(await isListed(), false);
  const { status, body } = await set(FIVE);
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(await isListed(), true);
  const [entry] = (await settings(admin)).entries;
  assert.deepEqual([entry?.payer, entry?.by], ['Harbor Health Plan', 'admin']);
  const path = `/api/settings/values/${(body as SettingEntry).id}/withdrawal`;
  assert.equal((await clinic.send(admin, 'POST', path, { id: randomUUID() })).status, 201);
  assert.equal(await isListed(), false);
  await set({ ...FIVE, payer: 'State Medicaid' });
  assert.equal(await isListed(), false);
});

test('a payer’s own stands before everybody’s, even a later one', async () => {
  await set(FIVE);
  await set({ ...FIVE, payer: null, value: 1 });
  assert.equal(await isListed(), true);
});

test('two at once: a payer’s value is nobody else’s business', async () => {
  await set(FIVE);
  const again = await set({ ...FIVE, payer: 'HARBOR health plan', value: 4 });
  assert.deepEqual(
    [again.status, (again.body as Problem).message],
    [409, 'admin set 5 visits from Wed 18 Nov meanwhile.'],
  );
  assert.equal((await set({ ...FIVE, payer: 'State Medicaid' })).status, 201);
  assert.equal((await set({ ...FIVE, payer: null })).status, 201);
});

test('what is no payer’s, or of no payer in the record, is refused in a sentence', async () => {
  const [program] = (await settings(admin)).programs;
  for (const [wrong, sentence] of [
    [{ payer: 'Bluefield' }, 'No coverage in the record names this payer.'],
    [{ setting: 'notSeenDays' }, 'This holds for every payer.'],
    [
      { payer: null, programId: program?.id },
      'This holds for the whole organization. A payer’s contract is with the organization.',
    ],
    [{ setting: 'payerUnit', value: 4 }, 'Give a whole number, from a day attended to an hour.'],
  ] as const) {
    const { status, body } = await set({ ...FIVE, ...wrong });
    assert.deepEqual([status, (body as Problem).message], [400, sentence]);
  }
  for (const role of ['counselor', 'supervisor', 'director'] as const) {
    const reader = await clinic.reader(role, role === 'counselor' ? 'ruth' : null);
    assert.equal((await setValue(clinic, reader, FIVE)).status, 403, role);
  }
  assert.deepEqual((await settings(admin)).entries, []);
});

test('a preview tries a payer’s value on its clients, and changes nothing', async () => {
  const { status, body } = await clinic.send(admin, 'POST', '/api/settings/preview', {
    ...FIVE,
    programId: null,
    effectiveOn: '2026-11-23',
  });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual((body as SettingPreview).flags, [
    { rule: 'authorization-units', gets: 'fewer than 11', loses: 0 },
  ]);
  assert.equal(await isListed(), false);
  assert.deepEqual((await settings(admin)).entries, []);
});

const set = (asked: Asked) => setValue(clinic, admin, asked);

const settings = async (reader: Reader) =>
  (await clinic.get(reader, '/api/settings')).body as Settings;

async function isListed(): Promise<boolean> {
  const { lines } = await caseloadOf(clinic, 'vera');
  return lines.some(({ flags }) => flags.some(({ rule }) => rule === 'authorization-units'));
}
