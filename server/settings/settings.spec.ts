import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Caseload } from '#domain/caseload/caseload.contract';
import type { Dose } from '#domain/attendance/dose.contract';
import type { Problem } from '#domain/problem.contract';
import type {
  NewSettingValue,
  SettingEntry,
  SettingPreview,
  Settings,
} from '#domain/settings/settings.contract';
import { DERIVED_TABLES, rebuild } from '../data-sources/rebuild.ts';
import type { Reader } from '../database/reader.ts';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
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

test('attendance is derived by the rules of the session’s own day, and anew when they change', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  // Twelve minutes late, on two days.
  const late = (day: string) =>
    presence(`bo-${day}`, 'bo', day, 0, at(day, '14:12', '17:00', `bo-${day}`));
  clinic.endpoint.put(
    '2026-11-18T13:00:00Z',
    ...['2026-11-12', '2026-11-13'].flatMap((day) => [
      booking(`bo-${day}`, 'bo', day, 'booked'),
      late(day),
    ]),
  );
  await clinic.sync.readOnce();
  assert.deepEqual(await outcomesOf('bo'), ['attended-late', 'attended-late', null]);
  const { body } = await set(admin, {
    setting: 'lateMinutes',
    value: 15,
    effectiveOn: '2026-11-13',
  });
  assert.deepEqual(await outcomesOf('bo'), ['attended-late', 'attended', null]);
  await identicalWhenRebuilt();
  await clinic.send(admin, 'POST', `/api/settings/values/${(body as SettingEntry).id}/withdrawal`, {
    id: randomUUID(),
  });
  assert.deepEqual(await outcomesOf('bo'), ['attended-late', 'attended-late', null]);
  await identicalWhenRebuilt();
});

test('notice, nearness and contact are those of the session’s day too', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const cancelled = {
    cancelationReason: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason',
          code: 'pat',
        },
      ],
    },
  };
  clinic.endpoint.put(
    '2026-11-18T13:00:00Z',
    // Cancelled two hours ahead.
    booking('bo-late', 'bo', '2026-11-18', 'cancelled', {
      ...cancelled,
      start: '2026-11-18T14:30:00Z',
      end: '2026-11-18T16:00:00Z',
    }),
    // Seventy minutes after the start, naming no appointment.
    presence('bo-there', 'bo', '2026-11-17', 0, at('2026-11-17', '15:10', '17:00')),
  );
  await clinic.sync.readOnce();
  assert.deepEqual(await outcomesOf('bo'), [null, 'attended', 'client-cancelled']);
  await set(admin, { setting: 'excusedNoticeHours', value: 1, effectiveOn: '2026-11-18' });
  assert.deepEqual(await outcomesOf('bo'), [null, 'attended', 'excused']);
  await set(admin, { setting: 'encounterMatchMinutes', value: 70, effectiveOn: '2026-11-17' });
  assert.deepEqual(await outcomesOf('bo'), ['attended-late', 'excused']);
  await identicalWhenRebuilt();
});

test('where no plan says them, the hours of the program’s level are prescribed from the week of their day on', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const prescribed = async (asOf = '') => {
    const { lines } = await caseload('vera', asOf);
    return lines.map(({ hours }) => hours.prescribed);
  };
  assert.deepEqual(await prescribed(), [null, null, null]);
  await set(admin, { setting: 'intensiveHours', value: 12, effectiveOn: '2026-11-16' });
  await set(admin, { setting: 'highIntensityHours', value: 20, effectiveOn: '2026-11-16' });
  assert.deepEqual(await prescribed(), [720, 720, 720]);
  assert.deepEqual(await prescribed('2026-11-15T17:00:00Z'), [null, null, null]);
  const vera = await clinic.reader('supervisor', 'vera');
  const dose = async () =>
    (await clinic.get(vera, '/api/attendance/dose?from=2026-11-02&asOf=2026-11-24T13:00:00Z'))
      .body as Dose;
  // Of three weeks over only the last lies after the day.
  assert.equal((await dose()).prescribedMinutes, 3 * 720);
  assert.equal((await dose()).levels[0]?.notKnown, 6);
});

test('where a plan has phases and says no hours, those of the phase are prescribed, day by day', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const ada = await clinic.idOf('Patient/ada');
  const phase = (start: string, end: string) => ({
    detail: {
      status: 'in-progress' as const,
      scheduledTiming: { repeat: { boundsPeriod: { start, end } } },
    },
  });
  clinic.endpoint.put('2026-11-18T13:01:30Z', {
    resourceType: 'CarePlan',
    id: 'ada-plan',
    status: 'active',
    intent: 'plan',
    subject: { reference: 'Patient/ada' },
    period: { start: '2026-10-05' },
    activity: [phase('2026-10-05', '2026-11-17'), phase('2026-11-18', '2026-12-13')],
  });
  await clinic.sync.readOnce();
  const prescribed = async () => {
    const { lines } = await caseload('vera');
    const of = (isAda: boolean) =>
      lines.filter(({ clientId }) => (clientId === ada) === isAda).map(({ hours }) => hours);
    return [of(true)[0]?.prescribed, of(false)[0]?.prescribed];
  };
  await set(admin, { setting: 'intensiveHours', value: 12, effectiveOn: '2026-11-16' });
  assert.deepEqual(await prescribed(), [720, 720]);
  await set(admin, { setting: 'secondPhaseHours', value: 9, effectiveOn: '2026-11-16' });
  // Monday and Tuesday are of the first phase, of which nothing is set.
  assert.deepEqual(await prescribed(), [(2 * 720 + 3 * 540) / 5, 720]);
  await set(admin, { setting: 'firstPhaseHours', value: 15, effectiveOn: '2026-11-16' });
  assert.deepEqual(await prescribed(), [(2 * 900 + 3 * 540) / 5, 720]);
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

const at = (day: string, from: string, until: string, appointment?: string) => ({
  period: { start: `${day}T${from}:00Z`, end: `${day}T${until}:00Z` },
  appointment: appointment ? [{ reference: `Appointment/${appointment}` }] : [],
});

type Asked = Pick<NewSettingValue, 'setting' | 'value' | 'effectiveOn'> & Partial<NewSettingValue>;

const set = (reader: Reader, asked: Asked) =>
  clinic.send(reader, 'POST', '/api/settings/values', {
    id: randomUUID(),
    programId: null,
    basedOn: 0,
    ...asked,
  });

const preview = (reader: Reader, { setting, value, effectiveOn, programId = null }: Asked) =>
  clinic.send(reader, 'POST', '/api/settings/preview', { setting, value, effectiveOn, programId });

const settings = async (reader: Reader) =>
  (await clinic.get(reader, '/api/settings')).body as Settings;

async function caseload(supervisor: string, asOf = ''): Promise<Caseload> {
  const reader = await clinic.reader('supervisor', supervisor);
  const { body } = await clinic.get(reader, `/api/caseload${asOf && `?asOf=${asOf}`}`);
  return body as Caseload;
}

/** Why a client of Walt's team is listed. */
async function rulesListing(client: string, asOf = ''): Promise<string[]> {
  const id = await clinic.idOf(`Patient/${client}`);
  const { lines } = await caseload('walt', asOf);
  const line = lines.find(({ clientId }) => clientId === id);
  return (line?.flags ?? []).map(({ rule }) => rule);
}

async function outcomesOf(client: string): Promise<(string | null)[]> {
  const id = await clinic.idOf(`Patient/${client}`);
  return clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql<{ outcome: string | null }>`
      SELECT outcome FROM attendance WHERE client_id = ${id} ORDER BY starts_at`.execute(scoped);
    return rows.map(({ outcome }) => outcome);
  });
}

async function identicalWhenRebuilt(): Promise<void> {
  const before = await tables();
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual(await tables(), before);
}

async function tables(): Promise<Record<string, string[]>> {
  return clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const all: Record<string, string[]> = {};
    for (const table of DERIVED_TABLES) {
      const { rows } = await sql<{
        row: string;
      }>`SELECT t::text AS row FROM ${sql.table(table)} t ORDER BY 1`.execute(scoped);
      all[table] = rows.map(({ row }) => row);
    }
    return all;
  });
}
