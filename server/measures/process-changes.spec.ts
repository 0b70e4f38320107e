import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { ProcessChange } from '#domain/measures/process-change.contract';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const CHANGE = { day: '2026-11-09', words: 'Evening track opens', siteId: null };

test('a supervisor marks a change, everybody sees it beside the chart, and it can be withdrawn', async () => {
  clinic = await openTestClinic();
  const vera = await clinic.reader('supervisor', 'vera');
  const { status, body } = await clinic.send(vera, 'POST', '/api/process-changes', CHANGE);
  assert.equal(status, 201);
  const { id } = body as ProcessChange;
  assert.deepEqual(await changesFor('counselor', 'sam'), [{ ...CHANGE, id, by: 'vera' }]);
  const withdrawn = await clinic.send(vera, 'DELETE', `/api/process-changes/${id}`);
  assert.equal(withdrawn.status, 204);
  assert.deepEqual(await changesFor('supervisor', 'vera'), []);
  assert.equal((await clinic.send(vera, 'DELETE', `/api/process-changes/${id}`)).status, 404);
});

test('a change at one site is none of another', async () => {
  clinic = await openTestClinic();
  const vera = await clinic.reader('supervisor', 'vera');
  const siteId = await clinic.idOf('Location/harbor');
  await clinic.send(vera, 'POST', '/api/process-changes', { ...CHANGE, siteId });
  assert.equal((await changesFor('supervisor', 'vera', `&site=${siteId}`)).length, 1);
  assert.equal((await changesFor('supervisor', 'vera')).length, 0);
  const elsewhere = await clinic.send(vera, 'POST', '/api/process-changes', {
    ...CHANGE,
    siteId: '00000000-0000-4000-8000-000000000000',
  });
  assert.equal(elsewhere.status, 404);
});

test('who counsels marks none, and what says nothing is refused', async () => {
  clinic = await openTestClinic();
  const ruth = await clinic.reader('counselor', 'ruth');
  assert.equal((await clinic.send(ruth, 'POST', '/api/process-changes', CHANGE)).status, 403);
  const vera = await clinic.reader('supervisor', 'vera');
  for (const wrong of [
    { ...CHANGE, words: '  ' },
    { ...CHANGE, day: 'soon' },
  ])
    assert.equal((await clinic.send(vera, 'POST', '/api/process-changes', wrong)).status, 400);
  assert.deepEqual(await changesFor('supervisor', 'vera'), []);
});

async function changesFor(
  role: 'counselor' | 'supervisor',
  who: string,
  query = '',
): Promise<ProcessChange[]> {
  const reader = await clinic.reader(role, who);
  const path = `/api/measures/attendance-sessions?from=2026-11-02${query}`;
  const { body } = await clinic.get(reader, path);
  return (body as MeasureAnswer).changes;
}
