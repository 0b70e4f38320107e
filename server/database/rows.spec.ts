import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { openTestDatabase } from '../testing/test-database.fixture.ts';
import type { Database } from './database.ts';
import { upsertRows } from './rows.ts';
import { WORTH_STAGING } from './staging.ts';

const ORGANIZATION = '5bd0b0e2-6b77-4f0d-8e0b-0a7b6a3c1f10';
const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** Text as people and systems write it, with everything that a copied line gives a meaning to. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\\N', '\\.', 'a\tb', 'two\r\nlines', 'back\\slash', '"{quoted},NULL}"', ''),
);
// PostgreSQL's text holds no NUL.
const storable = text.filter((value) => !value.includes('\0'));

test('many rows are written as they are, few or many, whatever their text holds', async () => {
  const database = await openTestDatabase();
  await fc.assert(
    fc.asyncProperty(
      fc.array(storable, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(1, WORTH_STAGING),
      async (values, least) => {
        const rows = Array.from({ length: Math.max(least, values.length) }, (_, index) => ({
          family_name: values[index % values.length],
          organization_id: ORGANIZATION,
          id: idOf(index),
          given_name: '',
        }));
        const back = await database.sync(ORGANIZATION, async (scoped) => {
          await sql`DELETE FROM staff`.execute(scoped);
          await upsertRows(scoped, 'staff', ['organization_id', 'id'], rows);
          return (await sql`SELECT * FROM staff ORDER BY id`.execute(scoped)).rows;
        });
        assert.deepEqual(back, rows);
      },
    ),
    { numRuns: 30, endOnFailure: true },
  );
});

test('arrays, missing values and a second writing come back as they were meant', async () => {
  const database = await openTestDatabase();
  const revision = (index: number, version: string) => ({
    organization_id: ORGANIZATION,
    source_id: idOf(0),
    identity_id: idOf(index),
    source_version: version,
    resource_type: 'Patient',
    received_at: '2026-11-18T13:02:00.000Z',
    last_updated: null,
    client_ids: index % 3 === 0 ? null : index % 3 === 1 ? [] : [idOf(1), idOf(2)],
    body: `${version} of ${index}`,
  });
  const write = (rows: object[]) =>
    database.sync(ORGANIZATION, async (scoped) => {
      await upsertRows(
        scoped,
        'source_record',
        ['organization_id', 'identity_id', 'source_version'],
        rows,
      );
    });
  const first = Array.from({ length: WORTH_STAGING }, (_, index) => revision(index, '1'));
  await write(first);
  await write([{ ...first[4], body: 'changed' }]);
  const back = await database.sync(ORGANIZATION, async (scoped) => {
    const { rows } = await sql<{ identity_id: string; client_ids: string[] | null; body: string }>`
      SELECT identity_id, client_ids, body FROM source_record ORDER BY identity_id`.execute(scoped);
    return rows;
  });
  assert.deepEqual(
    back,
    first.map(({ identity_id, client_ids, body }, index) => ({
      identity_id,
      client_ids,
      body: index === 4 ? 'changed' : body,
    })),
  );
});

test('a list in a column of JSON stays JSON', async () => {
  const database = await openTestDatabase();
  const rows = Array.from({ length: WORTH_STAGING }, (_, index) => ({
    organization_id: ORGANIZATION,
    record_id: idOf(index),
    client_id: idOf(1),
    instrument: 'phq-9',
    day: '2026-11-18',
    total: null,
    answers: [{ item: '1', text: 'tab\there' }, null],
  }));
  const back = await database.sync(ORGANIZATION, async (scoped) => {
    await upsertRows(scoped, 'score_report', ['organization_id', 'record_id'], rows);
    return (await sql<{ answers: unknown }>`SELECT answers FROM score_report`.execute(scoped)).rows;
  });
  assert.deepEqual(
    back,
    rows.map(({ answers }) => ({ answers })),
  );
});

/** Longer together than what is copied in at once. */
const longNames = () =>
  Array.from({ length: 3 * WORTH_STAGING }, (_, index) => ({
    organization_id: ORGANIZATION,
    id: idOf(index),
    family_name: `${index}\t${'é'.repeat(2_000)}`,
    given_name: '',
  }));

const writeStaff = (database: Database, rows: readonly object[]) =>
  database.sync(ORGANIZATION, (scoped) =>
    upsertRows(scoped, 'staff', ['organization_id', 'id'], rows),
  );

const staffIn = (database: Database) =>
  database.sync(
    ORGANIZATION,
    async (scoped) => (await sql`SELECT * FROM staff ORDER BY id`.execute(scoped)).rows,
  );

test('rows that are copied in several parts come in whole', async () => {
  const database = await openTestDatabase();
  await writeStaff(database, longNames());
  assert.deepEqual(await staffIn(database), longNames());
});

test('of rows of which one is refused none stays, and the next are written', async () => {
  const database = await openTestDatabase();
  const refused = longNames().map((row, index) => (index === 400 ? { ...row, id: 'nobody' } : row));
  await assert.rejects(writeStaff(database, refused), /invalid input syntax for type uuid/);
  assert.deepEqual(await staffIn(database), []);
  await writeStaff(database, longNames());
  assert.deepEqual(await staffIn(database), longNames());
});

test('what follows many rows is still bound by the role that wrote them', async () => {
  const database = await openTestDatabase();
  const roles = await database.sync(ORGANIZATION, async (scoped) => {
    const role = async () => (await sql`SELECT current_user AS role`.execute(scoped)).rows;
    const before = await role();
    await upsertRows(scoped, 'staff', ['organization_id', 'id'], longNames());
    return [before, await role()];
  });
  assert.deepEqual(roles, [[{ role: 'throughline_sync' }], [{ role: 'throughline_sync' }]]);
});
