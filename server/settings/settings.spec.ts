import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Problem } from '#domain/problem.contract';
import type { SettingEntry, SettingPreview, Settings } from '#domain/settings/settings.contract';
import type { Reader } from '../database/reader.ts';
import { type Asked, caseloadOf, derivedTables, setValue } from '../testing/settings.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Cy has missed one session in a row. */
const ONE_MISS = { setting: 'consecutiveMisses', value: 1, effectiveOn: '2026-11-18' } as const;

test('a value holds for every caseload from its day on, with who set it and when', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  assert.deepEqual(await rulesListing('cy'), ['not-seen', 'missed-last']);
  const { status, body } = await set(admin, ONE_MISS);
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(await rulesListing('cy'), ['consecutive-misses', 'not-seen']);
  assert.deepEqual(await rulesListing('cy', '2026-11-17T23:00:00Z'), ['not-seen', 'missed-last']);
  const [entry] = (await settings(admin)).entries;
  assert.deepEqual(
    { by: entry?.by, at: entry?.at, withdrawn: entry?.withdrawn },
    { by: 'admin', at: '2026-11-18T13:02:00.000Z', withdrawn: null },
  );
});

test('a value begins with its day on the clinic’s calendar, not with UTC’s', async () => {
  clinic = await openTestClinic();
  await set(await clinic.reader('admin', null), { ...ONE_MISS, effectiveOn: '2026-11-19' });
  // 11:59 pm and midnight in New York.
  assert.equal((await rulesListing('cy', '2026-11-19T04:59:00Z')).at(-1), 'missed-last');
  assert.equal((await rulesListing('cy', '2026-11-19T05:00:00Z'))[0], 'consecutive-misses');
});

test('a program’s own value is that program’s alone', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const [program] = (await settings(admin)).programs;
  assert.equal(program?.name, 'Harbor Day IOP');
  const own = await set(admin, { ...ONE_MISS, programId: program?.id ?? '' });
  assert.equal(own.status, 201, JSON.stringify(own.body));
  await set(admin, { ...ONE_MISS, value: 5 });
  assert.equal((await rulesListing('cy'))[0], 'consecutive-misses');
  const { thresholds } = await caseload('walt');
  assert.deepEqual(thresholds.consecutiveMisses, [1]);
});

test('what is withdrawn is as if it had never been set, and stays in the history', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const { id } = (await set(admin, ONE_MISS)).body as SettingEntry;
  const path = `/api/settings/values/${id}/withdrawal`;
  assert.equal((await clinic.send(admin, 'POST', path, { id: randomUUID() })).status, 201);
  assert.equal((await clinic.send(admin, 'POST', path, { id: randomUUID() })).status, 201);
  assert.deepEqual(await rulesListing('cy'), ['not-seen', 'missed-last']);
  const { entries } = await settings(admin);
  assert.equal(entries.length, 1);
  assert.equal(entries[0]?.withdrawn?.by, 'admin');
});

test('the same sent twice is set once', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const id = randomUUID();
  for (let times = 0; times < 2; times++)
    assert.equal((await set(admin, { ...ONE_MISS, id })).status, 201);
  assert.equal((await settings(admin)).entries.length, 1);
});

test('of two who set one setting at once the second is told what the first set', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const other = { ...admin, name: 'Another' };
  const first = (await set(admin, ONE_MISS)).body as SettingEntry;
  const { status, body } = await set(other, { ...ONE_MISS, value: 4 });
  assert.equal(status, 409);
  assert.equal((body as Problem).message, 'admin set 1 miss from Wed 18 Nov meanwhile.');
  const aware = await set(other, { ...ONE_MISS, value: 4, basedOn: first.order });
  assert.equal(aware.status, 201);
  const elsewhere = await set(other, { ...ONE_MISS, setting: 'notSeenDays', value: 4 });
  assert.equal(elsewhere.status, 201, 'another setting is nobody’s business');
  const withdrawal = `/api/settings/values/${(aware.body as SettingEntry).id}/withdrawal`;
  await clinic.send(admin, 'POST', withdrawal, { id: randomUUID() });
  const late = await set(other, {
    ...ONE_MISS,
    value: 6,
    basedOn: (aware.body as SettingEntry).order,
  });
  assert.equal(
    (late.body as Problem).message,
    'admin withdrew 4 misses from Wed 18 Nov meanwhile.',
  );
});

test('only an administrator sets; a supervisor and a director read; a counselor does neither', async () => {
  clinic = await openTestClinic();
  const readers = {
    counselor: await clinic.reader('counselor', 'ruth'),
    supervisor: await clinic.reader('supervisor', 'vera'),
    director: await clinic.reader('director', null),
  };
  for (const [role, reader] of Object.entries(readers)) {
    assert.equal((await set(reader, ONE_MISS)).status, 403, role);
    assert.equal((await preview(reader, ONE_MISS)).status, 403, role);
    const { status } = await clinic.get(reader, '/api/settings');
    assert.equal(status, role === 'counselor' ? 403 : 200, role);
    const inserted = clinic.database.read(reader, (scoped) =>
      sql`INSERT INTO setting_value (organization_id, id, setting, effective_on, value, set_by, set_by_staff, set_at)
          VALUES (${reader.organizationId}, gen_random_uuid(), 'notSeenDays', '2026-11-18', 1, 'me', ${reader.staffId}::uuid, now())`.execute(
        scoped,
      ),
    );
    await assert.rejects(inserted, /row-level security/, role);
  }
});

test('what cannot be is refused in a sentence', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const [program] = (await settings(admin)).programs;
  for (const [wrong, sentence] of [
    [{ value: 11 }, 'Give a whole number, from 1 miss to 10 misses.'],
    [{ effectiveOn: '2025-01-01' }, 'Give a day within the past year or the next two.'],
    [{ programId: randomUUID() }, 'There is no such program.'],
    [
      { setting: 'lateMinutes', value: 5, programId: program?.id },
      'This holds for the whole organization. Figures of programs are added up and compared.',
    ],
  ] as const) {
    const { status, body } = await set(admin, { ...ONE_MISS, ...wrong });
    assert.deepEqual([status, (body as Problem).message], [400, sentence]);
  }
  assert.equal(
    (await set(admin, { ...ONE_MISS, setting: 'nothing' as 'lateMinutes' })).status,
    400,
  );
  assert.deepEqual((await settings(admin)).entries, []);
});

test('a preview says how many would be flagged, names nobody, and changes nothing', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const [before] = [await tables()];
  const { status, body } = await preview(admin, { ...ONE_MISS, effectiveOn: '2026-11-23' });
  assert.equal(status, 200, JSON.stringify(body));
  const { active, flags, groups, sessions, since } = body as SettingPreview;
  assert.deepEqual([since, active, sessions], ['2026-11-18', 'fewer than 11', null]);
  assert.deepEqual(flags, [
    { rule: 'missed-last', gets: 0, loses: 'fewer than 11' },
    { rule: 'consecutive-misses', gets: 'fewer than 11', loses: 0 },
  ]);
  assert.deepEqual(
    groups.map(({ urgency }) => urgency),
    ['act-today', 'this-week'],
  );
  const derived = await preview(admin, {
    setting: 'lateMinutes',
    value: 0,
    effectiveOn: '2026-11-23',
  });
  assert.equal(derived.status, 200);
  assert.deepEqual((derived.body as SettingPreview).sessions, {
    changed: 'fewer than 11',
    of: 'fewer than 11',
  });
  assert.deepEqual(await tables(), before);
  assert.deepEqual((await settings(admin)).entries, []);
});

const preview = (reader: Reader, asked: Asked) =>
  clinic.send(reader, 'POST', '/api/settings/preview', { programId: null, payer: null, ...asked });

const settings = async (reader: Reader) =>
  (await clinic.get(reader, '/api/settings')).body as Settings;

/** Why a client of Walt's team is listed. */
async function rulesListing(client: string, asOf = ''): Promise<string[]> {
  const id = await clinic.idOf(`Patient/${client}`);
  const { lines } = await caseload('walt', asOf);
  const line = lines.find(({ clientId }) => clientId === id);
  return (line?.flags ?? []).map(({ rule }) => rule);
}

const set = (reader: Reader, asked: Asked) => setValue(clinic, reader, asked);
const caseload = (supervisor: string, asOf = '') => caseloadOf(clinic, supervisor, asOf);
const tables = () => derivedTables(clinic);
