import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let ruth: Reader;
before(async () => {
  clinic = await openTestClinic();
  ruth = await clinic.reader('counselor', 'ruth');
});
after(() => clinic.close());

interface Entry {
  act: string;
  reader_name: string;
  clients: number;
}

const entries = () =>
  clinic.database.own(async (scoped) => {
    // The owner is bound too; the tests' own connection is a superuser's.
    const { rows } =
      await sql<Entry>`SELECT act, reader_name, cardinality(client_ids) AS clients FROM access_log ORDER BY id`.execute(
        scoped,
      );
    return rows;
  });

test('every read of a client’s record is written down, with who and whose', async () => {
  const ada = await clinic.idOf('Patient/ada');
  const before = (await entries()).length;
  await clinic.get(ruth, '/api/caseload');
  await clinic.get(ruth, `/api/clients/${ada}`);
  await clinic.get(ruth, `/api/source-records/${await clinic.idOf('Appointment/ada-mon')}`);
  await clinic.get(ruth, '/api/rosters');
  const seen = (await entries())
    .slice(before)
    .map(({ act, reader_name, clients }) => [act, reader_name, clients]);
  assert.deepEqual(seen, [
    ['caseload', 'ruth', 2],
    ['client', 'ruth', 1],
    ['source record', 'ruth', 1],
    ['roster', 'ruth', 2],
  ]);
});

test('a refused look at somebody else’s client is written down too', async () => {
  await clinic.get(ruth, `/api/clients/${await clinic.idOf('Patient/cy')}`);
  assert.equal((await entries()).at(-1)?.act, 'client, refused');
});

test('a screen that asks again by itself, because something changed, adds no second entry', async () => {
  const before = (await entries()).length;
  await clinic.get(ruth, '/api/caseload', { 'x-refetch': 'event' });
  assert.equal((await entries()).length, before);
});

test('what was written stays: not even the owner changes or removes it', async () => {
  for (const statement of [
    'DELETE FROM access_log',
    "UPDATE access_log SET act = ''",
    'TRUNCATE access_log',
  ]) {
    await assert.rejects(
      clinic.database.own((scoped) => sql.raw(statement).execute(scoped)),
      /append-only/,
      statement,
    );
  }
});

test('nobody writes an entry in another’s name', async () => {
  await assert.rejects(
    clinic.database.read(ruth, (scoped) =>
      sql`INSERT INTO access_log (organization_id, at, staff_id, reader_name, role, act, client_ids)
          VALUES (${ruth.organizationId}, now(), NULL, 'director', 'director', 'client', '{}')`.execute(
        scoped,
      ),
    ),
    /row-level security/,
  );
});
