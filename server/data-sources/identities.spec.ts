import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scoped } from '../database/database.ts';
import { openTestDatabase } from '../testing/test-database.fixture.ts';
import { byKey, Identities } from './identities.ts';

const source = {
  organizationId: '5bd0b0e2-6b77-4f0d-8e0b-0a7b6a3c1f10',
  sourceId: '00000000-0000-4000-8000-000000000001',
};
const patients = (...ids: string[]) => byKey(ids.map((id) => ({ type: 'Patient', id })));
const meet =
  (ids: Identities, ...names: string[]) =>
  (scoped: Scoped) =>
    ids.meet(scoped, source, patients(...names));

test('an id that was given stays, whoever asks for it again', async () => {
  const database = await openTestDatabase();
  const [one, other] = [new Identities(), new Identities()];
  const given = await database.sync(source.organizationId, meet(one, 'ada', 'bo'));
  const again = await database.sync(source.organizationId, meet(other, 'bo', 'cy'));
  assert.deepEqual([given.size, again.size], [2, 1]);
  assert.equal(other.get('Patient/bo'), one.get('Patient/bo'));
});

test('ids of a page that failed are nobody’s', async () => {
  const database = await openTestDatabase();
  const ids = new Identities();
  const failing = database.sync(source.organizationId, async (scoped) => {
    await meet(ids, 'ada')(scoped);
    throw new Error('lost');
  });
  await assert.rejects(failing, /lost/);
  ids.forget();
  assert.equal(ids.get('Patient/ada'), undefined);
  const given = await database.sync(source.organizationId, meet(ids, 'ada'));
  assert.deepEqual([...given], [ids.get('Patient/ada')]);
});

test('what the page before has met stays, what was not met since goes', async () => {
  const database = await openTestDatabase();
  const ids = new Identities(1);
  await database.sync(source.organizationId, meet(ids, 'ada', 'bo'));
  ids.trim();
  const ada = ids.get('Patient/ada');
  assert.ok(ada);
  await database.sync(source.organizationId, meet(ids, 'bo', 'cy'));
  ids.trim();
  assert.equal(ids.get('Patient/ada'), undefined);
  assert.ok(ids.get('Patient/bo'));
  await database.sync(source.organizationId, meet(ids, 'ada'));
  assert.equal(ids.get('Patient/ada'), ada);
});
