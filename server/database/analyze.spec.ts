import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../testing/test-database.fixture.ts';
import type { Database } from './database.ts';

const ORGANIZATION = '5bd0b0e2-6b77-4f0d-8e0b-0a7b6a3c1f10';

let database: Database;
beforeEach(async () => void (database = await openTestDatabase()));

const hire = (many: number) =>
  database.sync(ORGANIZATION, (scoped) =>
    sql`
      INSERT INTO staff (organization_id, id, family_name, given_name)
      SELECT ${ORGANIZATION}, gen_random_uuid(), 'Wren', 'Ida' FROM generate_series(1, ${many}::int)`.execute(
      scoped,
    ),
  );

const known = () =>
  database.own(async (scoped) => {
    const { rows } = await sql<{ rows: number }>`
      SELECT reltuples::int AS rows FROM pg_class WHERE oid = 'staff'::regclass`.execute(scoped);
    return rows[0]?.rows;
  });

const heard = async () => {
  await database.analyze();
  return known();
};

test('the planner hears what an empty table holds, and again once it is half as large again', async () => {
  assert.equal(await heard(), 0);
  await hire(1_000);
  assert.equal(await heard(), 1_000);
  await hire(100);
  assert.equal(await heard(), 1_000);
  await hire(900);
  assert.equal(await heard(), 2_000);
});

test('the planner hears it while a page is being taken in as well', async () => {
  await hire(1_000);
  const [begun, come] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const page = database.sync(ORGANIZATION, async () => {
    begun.resolve();
    await come.promise;
  });
  await begun.promise;
  const analyzed = database.analyze();
  come.resolve();
  await Promise.all([page, analyzed]);
  assert.equal(await known(), 1_000);
});
