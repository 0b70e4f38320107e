import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { ClientHappenings } from '#domain/client-progress/happenings.contract';
import { rebuild } from '../../data-sources/rebuild.ts';
import type { Reader } from '../../database/reader.ts';
import { knownBefore, knownSince } from '../../testing/record-of-ada.fixture.ts';
import { openTestClinic, type TestClinic } from '../../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Ada is Ruth's client, Vera supervises Ruth, Sam works in another team. Today is 18 November. */
async function open() {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...knownBefore(), ...knownSince());
  await clinic.sync.readOnce();
  const ruth = await clinic.reader('counselor', 'ruth');
  const ada = await clinic.idOf('Patient/ada');
  const { line, way } = await pageOf(ruth, ada);
  const sam = await clinic.reader('counselor', 'sam');
  const vera = await clinic.reader('supervisor', 'vera');
  return { ruth, sam, vera, ada, episodeId: line!.episodeId, admittedOn: way!.admittedOn };
}

const pageOf = async (reader: Reader, client: string, asOf = '') =>
  (await clinic.get(reader, `/api/clients/${client}${asOf && `?asOf=${asOf}`}`))
    .body as ClientProgress;
const write = async (reader: Reader, client: string, episodeId: string, entry: object) =>
  (
    await clinic.send(reader, 'POST', `/api/clients/${client}/entries`, {
      id: randomUUID(),
      episodeId,
      ...entry,
    })
  ).status;
const assessed = (on: string, about: object = {}) => ({
  kind: 'dimensions',
  says: {
    ...{ edition: '3', on, rater: null },
    dimensions: [0, 1, 2, 1, 3, 2].map((risk) => ({ risk, note: null })),
    ...about,
  },
});
const alliance = (on: string, mean: number, instrument = 'WAI-SR') => ({
  kind: 'working-alliance',
  says: { on, instrument, mean },
});
const criterion = ({ plan }: ClientProgress) => {
  const found = plan.levelReview.find(({ id }) => id === 'dimensions');
  return `${found?.state}: ${found?.evidence}`;
};

test('dimensions stand by the day they were assessed, and the level review goes by them', async () => {
  const { ruth, vera, ada, episodeId, admittedOn } = await open();
  assert.match(criterion(await pageOf(ruth, ada)), /^not-enough-records/);
  const last = randomUUID();
  assert.equal(
    await write(ruth, ada, episodeId, { id: last, ...assessed('2026-11-17', { rater: 'Dr Yi' }) }),
    204,
  );
  // Written later, and assessed before: admission is no border.
  assert.equal(await write(vera, ada, episodeId, assessed('2026-09-30')), 204);
  assert.ok(admittedOn > '2026-09-30');
  const page = await pageOf(ruth, ada);
  assert.deepEqual(
    page.plan.dimensions.map(({ on, rater }) => `${on} ${rater}`),
    ['2026-11-17 Dr Yi', '2026-09-30 vera'],
  );
  assert.equal(criterion(page), 'met: Dr Yi, Tue, 3rd edition; before: vera, 30 Sep');
  clinic.setClock('2026-11-18T14:00:00Z');
  await clinic.send(ruth, 'POST', `/api/clients/${ada}/entries/${last}/withdrawal`);
  assert.match(criterion(await pageOf(ruth, ada)), /^not-enough-records: assessed once/);
  assert.match(criterion(await pageOf(ruth, ada, '2026-11-18T13:30:00Z')), /^met/);
});

test('they are of a stay of the client’s, up to today, and of whoever reaches the client', async () => {
  const { ruth, sam, vera, ada, episodeId } = await open();
  const bo = await clinic.idOf('Patient/bo');
  assert.equal(await write(vera, bo, episodeId, assessed('2026-11-17')), 404);
  assert.equal(await write(ruth, ada, randomUUID(), assessed('2026-11-17')), 404);
  assert.equal(await write(sam, ada, episodeId, assessed('2026-11-17')), 404);
  assert.equal(await write(ruth, ada, episodeId, assessed('2026-11-19')), 400);
  assert.equal(await write(ruth, ada, episodeId, assessed('2026-11-17', { edition: '4' })), 400);
  assert.deepEqual((await pageOf(ruth, ada)).plan.dimensions, []);
});

test('an alliance score is one a form and day, of the stay, and raises no flag', async () => {
  const { ruth, vera, ada, episodeId, admittedOn } = await open();
  const before = await pageOf(ruth, ada);
  assert.equal(await write(ruth, ada, episodeId, alliance('2026-11-17', 1.2)), 204);
  assert.equal(await write(vera, ada, episodeId, alliance('2026-11-17', 4.1)), 204);
  assert.equal(await write(ruth, ada, episodeId, alliance('2026-11-17', 3, 'SRS')), 204);
  assert.equal(await write(ruth, ada, episodeId, alliance(admittedOn, 5)), 204);
  assert.equal(await write(ruth, ada, episodeId, alliance('2020-01-01', 4)), 400);
  assert.equal(await write(ruth, ada, episodeId, alliance('2026-11-19', 4)), 400);
  assert.equal(await write(ruth, ada, episodeId, alliance('2026-11-17', 4.15)), 400);
  const after = await pageOf(ruth, ada);
  assert.deepEqual(
    after.alliance.map(({ on, instrument, mean, by }) => [on, instrument, mean, by].join(' ')),
    [`${admittedOn} WAI-SR 5 ruth`, '2026-11-17 WAI-SR 4.1 vera', '2026-11-17 SRS 3 ruth'],
  );
  assert.deepEqual(after.line?.flags, before.line?.flags);
});

test('a rebuild keeps both, and everything in order tells of them', async () => {
  const { ruth, ada, episodeId } = await open();
  await write(ruth, ada, episodeId, assessed('2026-11-17'));
  await write(ruth, ada, episodeId, alliance('2026-11-17', 4.1));
  await rebuild(clinic.database, clinic.source.organizationId);
  const { plan, alliance: scores } = await pageOf(ruth, ada);
  assert.deepEqual([plan.dimensions.length, scores.length], [1, 1]);
  const { body } = await clinic.get(ruth, `/api/clients/${ada}/happenings?kind=assessment`);
  assert.deepEqual(
    (body as ClientHappenings).happenings.map(({ what, by }) => `${what} ${by}`),
    ['Six dimensions, 3rd edition, Tue ruth'],
  );
});
