import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Me } from '#domain/access/access.contract';
import type { Caseload, CaseloadOverview } from '#domain/caseload/caseload.contract';
import type { Rosters } from '#domain/attendance/roster.contract';
import { buildApp } from '../app.ts';
import type { Reader } from '../database/reader.ts';
import { signIn } from './sign-ins.queries.ts';
import { selectAsLogin } from '../testing/reader-login.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let readers: Record<string, Reader>;
before(async () => {
  clinic = await openTestClinic();
  readers = {
    ruth: await clinic.reader('counselor', 'ruth'),
    sam: await clinic.reader('counselor', 'sam'),
    vera: await clinic.reader('supervisor', 'vera'),
    walt: await clinic.reader('supervisor', 'walt'),
    director: await clinic.reader('director', null),
    admin: await clinic.reader('admin', null),
  };
});
after(() => clinic.close());

/** Whose records each may see; a roster's names are apart. */
const WITHIN_REACH: Record<string, string[]> = {
  ruth: ['Ada', 'Bo'],
  sam: ['Cy'],
  vera: ['Ada', 'Bo', 'Di'],
  walt: ['Cy'],
  director: ['Ada', 'Bo', 'Cy', 'Di'],
  admin: [],
};

/** Names that a roster adds: Cy comes to Ruth's group, Di to a session of Sam's. */
const BY_ROSTER: Record<string, string[]> = { ruth: ['Cy'], sam: ['Di'] };

const CLIENT_TABLES: [table: string, column: string][] = [
  ['client_particulars', 'client_id'],
  ['episode', 'client_id'],
  ['episode_hold', 'client_id'],
  ['plan_phase', 'client_id'],
  ['encounter', 'client_id'],
  ['episode_week', 'client_id'],
  ['episode_span', 'client_id'],
];

for (const name of Object.keys(WITHIN_REACH)) {
  test(`a raw SELECT under a login role as ${name} shows nobody outside their reach`, async () => {
    const reader = readers[name];
    for (const [table, column] of CLIENT_TABLES) {
      const seen = await clientsIn(reader, table, column);
      assert.deepEqual(
        seen.filter((id) => !WITHIN_REACH[name]?.includes(id)),
        [],
        table,
      );
    }
    assert.deepEqual(
      await clientsIn(reader, 'client_particulars', 'client_id'),
      WITHIN_REACH[name],
    );
    const named = [...(WITHIN_REACH[name] ?? []), ...(BY_ROSTER[name] ?? [])].sort();
    assert.deepEqual(await clientsIn(reader, 'client', 'id'), named);
    assert.deepEqual(await clientsIn(reader, 'attendance', 'client_id'), named);
  });
}

test('of a client on a roster, a facilitator sees the sessions they lead, and no record', async () => {
  const { status } = await clinic.get(
    readers['ruth'],
    `/api/clients/${await clinic.idOf('Patient/cy')}`,
  );
  assert.equal(status, 404);
  const { body } = await clinic.get(readers['ruth'], '/api/rosters');
  const [roster] = (body as Rosters).rosters;
  assert.deepEqual(
    roster?.members.map(({ familyName, mine }) => [familyName, mine]),
    [
      ['Ada', true],
      ['Cy', false],
    ],
  );
});

test('a record as received is shown to whom its clients are in reach, and to nobody else', async () => {
  const record = await clinic.idOf('Appointment/cy-tue');
  const answers = await Promise.all(
    Object.entries(readers).map(async ([name, reader]) => [
      name,
      (await clinic.get(reader, `/api/source-records/${record}`)).status,
    ]),
  );
  assert.deepEqual(Object.fromEntries(answers), {
    ruth: 404,
    sam: 200,
    vera: 404,
    walt: 200,
    director: 200,
    admin: 403,
  });
});

const ROUTES = [
  '/api/caseload',
  '/api/caseload/overview',
  '/api/rosters',
  '/api/data-sources',
  '/api/me',
];
const ANSWERS: Record<string, number[]> = {
  counselor: [200, 403, 200, 200, 200],
  supervisor: [200, 200, 200, 200, 200],
  director: [200, 200, 200, 200, 200],
  peer: [403, 403, 403, 403, 200],
  aftercare: [403, 403, 403, 403, 200],
  admin: [403, 403, 403, 200, 200],
};

for (const role of Object.keys(ANSWERS)) {
  test(`a ${role} is answered by the routes of the role alone`, async () => {
    const reader = await clinic.reader(
      role as Reader['role'],
      role === 'counselor' ? 'ruth' : null,
    );
    const statuses = [];
    for (const route of ROUTES) statuses.push((await clinic.get(reader, route)).status);
    assert.deepEqual(statuses, ANSWERS[role]);
  });
}

test('asking for a colleague’s caseload by its id shows nobody', async () => {
  const { body } = await clinic.get(
    readers['ruth'],
    `/api/caseload?counselor=${await clinic.idOf('Practitioner/sam')}`,
  );
  assert.deepEqual((body as Caseload).lines, []);
});

test('each may narrow to the sites of clients in reach; an administrator to none', async () => {
  const sites: Record<string, string[]> = {};
  for (const [name, reader] of Object.entries(readers)) {
    const { body } = await clinic.get(reader, '/api/me');
    sites[name] = (body as Me).sites.map((site) => site.name);
  }
  const harbor = ['Harbor Street'];
  assert.deepEqual(sites, {
    ruth: harbor,
    sam: harbor,
    vera: harbor,
    walt: harbor,
    director: harbor,
    admin: [],
  });
});

test('an overview of one site counts nobody of another', async () => {
  const at = async (site: string) =>
    (
      (await clinic.get(readers['director'], `/api/caseload/overview?site=${site}`))
        .body as CaseloadOverview
    ).total.active;
  assert.equal(await at(await clinic.idOf('Location/harbor')), 4);
  assert.equal(await at(randomUUID()), 0);
});

test('a supervisor finds the clients of the team that have no counselor', async () => {
  const { body } = await clinic.get(readers['vera'], '/api/caseload?counselor=none');
  assert.deepEqual(
    (body as Caseload).lines.map(({ familyName }) => familyName),
    ['Di'],
  );
});

test('without a sign-in nothing but the public routes answers', async () => {
  for (const url of [
    ...ROUTES,
    '/api/events',
    `/api/source-records/${await clinic.idOf('Patient/ada')}`,
  ]) {
    const { statusCode } = await clinic.app.inject({ url, headers: { host: 'localhost' } });
    assert.equal(statusCode, 401, url);
  }
});

test('a route whose author forgot every filter leaks nothing', async () => {
  const app = await buildApp(clinic.app.throughline, { logLevel: 'silent' });
  app.get('/api/planted', { config: { permission: 'signed-in' } }, ({ reader }) =>
    clinic.database.read(reader, async (scoped) => {
      const { rows } = await sql<{ body: string }>`SELECT body FROM source_record`.execute(scoped);
      return rows.map(({ body }) => body);
    }),
  );
  const token = await signIn(clinic.database, readers['sam']);
  const answer = await app.inject({
    url: '/api/planted',
    headers: { host: 'localhost' },
    cookies: { 'throughline-test': token },
  });
  await app.close();
  assert.match(answer.body, /Patient\/cy/);
  assert.doesNotMatch(answer.body, /Patient\/(ada|bo|di)\b/);
});

test('a route that names no permission does not start', async () => {
  const app = await buildApp(clinic.app.throughline, { logLevel: 'silent' });
  await assert.rejects(async () => {
    await app.register(async (planted) => void planted.get('/api/planted', () => null));
    await app.ready();
  }, /permission is missing/);
});

test('a login role reads nothing before it has said who asks', async () => {
  const nobody: Reader = { organizationId: '', staffId: null, role: 'counselor', name: '' };
  for (const table of ['client', 'attendance', 'source_record'])
    assert.deepEqual(await selectAsLogin(clinic.database, nobody, table), [], table);
});

test('the reader’s role owns no table and is bound by every policy', async () => {
  const facts = await clinic.database.own(async (scoped) => {
    const { rows: roles } = await sql<{ rolname: string; free: boolean }>`
      SELECT rolname, rolbypassrls OR rolsuper OR rolcanlogin AS free FROM pg_roles WHERE rolname LIKE 'throughline_%' ORDER BY 1`.execute(
      scoped,
    );
    const { rows: owned } = await sql`
      SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner LIKE 'throughline_%'`.execute(
      scoped,
    );
    const { rows: open } = await sql<{ relname: string }>`
      SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1`.execute(
      scoped,
    );
    return { roles, owned, open: open.map(({ relname }) => relname) };
  });
  assert.ok(
    facts.roles.length >= 3 && facts.roles.every(({ free }) => !free),
    JSON.stringify(facts.roles),
  );
  assert.deepEqual(facts.owned, []);
  // They hold nothing of a client.
  assert.deepEqual(facts.open, ['organization', 'schema_migration']);
});

test('a reader can change nothing', async () => {
  for (const statement of [
    'DELETE FROM client',
    "UPDATE attendance SET outcome = 'attended'",
    'TRUNCATE episode',
  ]) {
    await assert.rejects(
      clinic.database.read(readers['director'], (scoped) => sql.raw(statement).execute(scoped)),
      /permission denied|append-only/,
      statement,
    );
  }
});

async function clientsIn(reader: Reader, table: string, column: string): Promise<string[]> {
  const rows = await selectAsLogin(clinic.database, reader, table);
  const ids = [...new Set(rows.map((row) => row[column] as string))];
  const names = await Promise.all(
    ['Ada', 'Bo', 'Cy', 'Di'].map(async (name): Promise<[string, string]> => [
      await clinic.idOf(`Patient/${name.toLowerCase()}`),
      name,
    ]),
  );
  return ids.map((id) => new Map(names).get(id) ?? id).sort();
}
