import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { NewSiteClosure, SiteClosures } from '#domain/settings/closure.contract';
import type { Reader } from '../database/reader.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const THANKSGIVING = {
  siteId: null,
  firstDay: '2026-11-13',
  lastDay: '2026-11-16',
  words: ' Long weekend ',
} as const;

test('a closure that was set stands beside every week it lies in, apart from what the schedule shows', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const id = randomUUID();
  for (let times = 0; times < 2; times++)
    assert.equal((await set(admin, { ...THANKSGIVING, id })).status, 201);
  const said = {
    day: '2026-11-13',
    lastDay: '2026-11-16',
    site: null,
    sessions: null,
    words: 'Long weekend',
  };
  assert.deepEqual(await closuresByWeek(), [[], [said], [said]]);
  const withdrawal = `/api/settings/closures/${id}/withdrawal`;
  assert.equal((await clinic.send(admin, 'POST', withdrawal)).status, 201);
  assert.deepEqual(await closuresByWeek(), [[], [], []]);
  const { closures } = (await clinic.get(admin, '/api/settings/closures')).body as SiteClosures;
  assert.deepEqual(
    closures.map(({ by, at, withdrawn }) => [by, at, withdrawn]),
    [['admin', '2026-11-18T13:02:00.000Z', { by: 'admin', at: '2026-11-18T13:02:00.000Z' }]],
  );
});

test('a closure of one site is none of another’s', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const siteId = await clinic.idOf('Location/harbor');
  assert.equal((await set(admin, { ...THANKSGIVING, siteId })).status, 201);
  const named = (await closuresByWeek(`&site=${siteId}`)).flat();
  assert.deepEqual(
    named.map(({ site }) => site),
    ['Harbor Street', 'Harbor Street'],
  );
  assert.deepEqual((await closuresByWeek(`&site=${randomUUID()}`)).flat(), []);
  assert.equal((await set(admin, { ...THANKSGIVING, siteId: randomUUID() })).status, 404);
});

test('only an administrator sets and withdraws one, and what says nothing is refused', async () => {
  clinic = await openTestClinic();
  const admin = await clinic.reader('admin', null);
  const vera = await clinic.reader('supervisor', 'vera');
  assert.equal((await set(vera, THANKSGIVING)).status, 403);
  assert.equal((await clinic.get(vera, '/api/settings/closures')).status, 200);
  for (const wrong of [
    { ...THANKSGIVING, words: ' ' },
    { ...THANKSGIVING, lastDay: '2026-11-12' },
    { ...THANKSGIVING, firstDay: 'soon' },
  ])
    assert.equal((await set(admin, wrong)).status, 400, JSON.stringify(wrong));
  assert.deepEqual((await closuresByWeek()).flat(), []);
});

const set = (reader: Reader, closure: Omit<NewSiteClosure, 'id'> & { id?: string }) =>
  clinic.send(reader, 'POST', '/api/settings/closures', { id: randomUUID(), ...closure });

async function closuresByWeek(query = '') {
  const reader = await clinic.reader('counselor', 'ruth');
  const { body } = await clinic.get(
    reader,
    `/api/measures/attendance-sessions?from=2026-11-02${query}`,
  );
  return (body as MeasureAnswer).whole.points.map(({ closures }) => closures);
}
