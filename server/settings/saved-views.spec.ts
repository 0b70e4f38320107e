import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { sql } from 'kysely';
import type { SavedView, SavedViews } from '#domain/settings/saved-view.contract';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const VIEW = {
  page: 'attendance/trend',
  name: 'Quarterly review',
  query: 'by=month&split=site',
  shared: false,
};

const MONDAY_NAMED = { name: 'Monday' };
const MONDAY = { page: 'caseload', ...MONDAY_NAMED, query: 'columns=why.next', shared: false };

test('everybody who reads figures keeps views of their own and sees nobody else’s', async () => {
  clinic = await openTestClinic();
  const readers = [
    await clinic.reader('counselor', 'ruth'),
    await clinic.reader('supervisor', 'vera'),
    await clinic.reader('director', null),
  ];
  for (const reader of readers) {
    const { status } = await save(reader, { ...VIEW, name: `of ${reader.role}` });
    assert.equal(status, 201, reader.role);
  }
  for (const reader of readers) {
    assert.deepEqual(
      (await viewsOf(reader)).map(({ name }) => name),
      [`of ${reader.role}`],
    );
  }
});

test('a view is renamed and deleted by whose it is, and by nobody else', async () => {
  clinic = await openTestClinic();
  const [vera, ruth] = [
    await clinic.reader('supervisor', 'vera'),
    await clinic.reader('counselor', 'ruth'),
  ];
  const { id } = (await save(vera, VIEW)).body as SavedView;
  const path = `/api/saved-views/${id}`;
  assert.equal((await clinic.send(ruth, 'PUT', path, { name: 'Mine', shared: false })).status, 404);
  assert.equal((await clinic.send(ruth, 'DELETE', path)).status, 404);
  assert.equal(
    (await clinic.send(vera, 'PUT', path, { name: ' Board ', shared: false })).status,
    200,
  );
  assert.deepEqual(await viewsOf(vera), [{ ...VIEW, id, name: 'Board', by: null }]);
  assert.equal((await clinic.send(vera, 'DELETE', path)).status, 204);
  assert.equal((await clinic.send(vera, 'DELETE', path)).status, 404);
  assert.deepEqual(await viewsOf(vera), []);
});

test('the database shows a person their own views, whatever a query forgot', async () => {
  clinic = await openTestClinic();
  await save(await clinic.reader('supervisor', 'vera'), VIEW);
  const seen = async (reader: Reader) =>
    clinic.database.read(reader, async (scoped) => {
      const { rows } = await sql`SELECT id FROM saved_view`.execute(scoped);
      return rows.length;
    });
  assert.equal(await seen(await clinic.reader('supervisor', 'vera')), 1);
  assert.equal(await seen(await clinic.reader('counselor', 'ruth')), 0);
  assert.equal(await seen(await clinic.reader('director', null)), 0);
});

test('a shared view is seen by those of the maker’s team, changed by the maker alone', async () => {
  clinic = await openTestClinic();
  const [ruth, vera, sam, walt, director] = [
    await clinic.reader('counselor', 'ruth'),
    await clinic.reader('supervisor', 'vera'),
    await clinic.reader('counselor', 'sam'),
    await clinic.reader('supervisor', 'walt'),
    await clinic.reader('director', null),
  ];
  const { id } = (await save(ruth, { ...MONDAY, shared: true })).body as SavedView;
  await save(ruth, { ...MONDAY, name: 'Mine' });
  const shown = (by: string | null) => [{ ...MONDAY, id, shared: true, by }];
  assert.deepEqual(await viewsOf(vera), shown('ruth'));
  assert.deepEqual((await viewsOf(ruth)).slice(1), shown(null));
  for (const other of [sam, walt, director]) assert.deepEqual(await viewsOf(other), [], other.name);
  const path = `/api/saved-views/${id}`;
  const changed = { name: 'Vera’s', shared: true };
  assert.equal((await clinic.send(vera, 'PUT', path, changed)).status, 404);
  assert.equal((await clinic.send(vera, 'DELETE', path)).status, 404);
  assert.equal(
    (await clinic.send(ruth, 'PUT', path, { ...MONDAY_NAMED, shared: false })).status,
    200,
  );
  assert.deepEqual(await viewsOf(vera), []);
});

test('people who see every client share with each other', async () => {
  clinic = await openTestClinic();
  const one = await clinic.reader('director', null);
  await save(one, { ...MONDAY, shared: true });
  const [seen] = await viewsOf({ ...one, name: 'Another director' });
  assert.equal(seen?.by, 'director');
  assert.deepEqual(await viewsOf(await clinic.reader('counselor', 'ruth')), []);
});

test('the database shows no shared view beyond the team, whatever a query forgot', async () => {
  clinic = await openTestClinic();
  await save(await clinic.reader('counselor', 'ruth'), { ...MONDAY, shared: true });
  const touched = async (name: string) =>
    clinic.database.read(await clinic.reader('supervisor', name), async (scoped) => {
      const { rows } = await sql`SELECT id FROM saved_view`.execute(scoped);
      const changed = await sql`UPDATE saved_view SET name = 'x' RETURNING id`.execute(scoped);
      return [rows.length, changed.rows.length];
    });
  assert.deepEqual(await touched('vera'), [1, 0]);
  assert.deepEqual(await touched('walt'), [0, 0]);
});

test('two people of one role who are no staff of the source keep their views apart', async () => {
  clinic = await openTestClinic();
  const one = await clinic.reader('director', null);
  const other = { ...one, name: 'Another director' };
  await save(one, VIEW);
  assert.deepEqual(await viewsOf(other), []);
});

test('who runs the connections has none, and what is no address is refused', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  assert.equal((await clinic.get(admin, '/api/saved-views')).status, 403);
  assert.equal((await save(admin, VIEW)).status, 403);
  const vera = await clinic.reader('supervisor', 'vera');
  for (const wrong of [
    { ...VIEW, name: '  ' },
    { ...VIEW, name: 'x'.repeat(61) },
    { ...VIEW, query: 'q='.padEnd(401, 'x') },
    { ...VIEW, query: 'name=Ada Byron' },
    { ...VIEW, page: 'clients' },
  ])
    assert.equal((await save(vera, wrong)).status, 400, JSON.stringify(wrong));
  assert.deepEqual(await viewsOf(vera), []);
});

const save = (reader: Reader, view: object) =>
  clinic.send(reader, 'POST', '/api/saved-views', view);

async function viewsOf(reader: Reader): Promise<SavedView[]> {
  const { body, status } = await clinic.get(reader, '/api/saved-views');
  assert.equal(status, 200, JSON.stringify(body));
  return (body as SavedViews).views;
}
