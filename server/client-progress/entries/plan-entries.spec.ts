import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { CarePlan } from 'fhir/r4';
import type { Caseload } from '#domain/caseload/caseload.contract';
import type { ClientEntries } from '#domain/client-progress/client-entry.contract';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { Tasks } from '#domain/outreach/task.contract';
import { rebuild } from '../../data-sources/rebuild.ts';
import type { Reader } from '../../database/reader.ts';
import { merged } from '../../testing/clinical-record.fixture.ts';
import { knownBefore, knownSince } from '../../testing/record-of-ada.fixture.ts';
import { openTestClinic, type TestClinic } from '../../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

/** Ada's plan at the source: phase 1 to 17 November, phase 2 to 23 November, when it ends. */
async function open() {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...knownBefore(), ...knownSince());
  await clinic.sync.readOnce();
  const [ruth, sam, vera, ada] = [
    await clinic.reader('counselor', 'ruth'),
    await clinic.reader('counselor', 'sam'),
    await clinic.reader('supervisor', 'vera'),
    await clinic.idOf('Patient/ada'),
  ];
  const episodeId = (await pageOf(ruth, ada)).line!.episodeId;
  return { ruth, sam, vera, ada, episodeId };
}

const pageOf = async (reader: Reader, client: string) =>
  (await clinic.get(reader, `/api/clients/${client}`)).body as ClientProgress;
const entriesOf = async (reader: Reader, client: string) =>
  ((await clinic.get(reader, `/api/clients/${client}/entries`)).body as ClientEntries).entries;
const write = (reader: Reader, client: string, entry: object) =>
  clinic.send(reader, 'POST', `/api/clients/${client}/entries`, {
    id: randomUUID(),
    seen: null,
    ...entry,
  });
const withdraw = async (reader: Reader, client: string, id: string) =>
  (await clinic.send(reader, 'POST', `/api/clients/${client}/entries/${id}/withdrawal`)).status;
const ends = (episodeId: string, on: string) => ({
  kind: 'planned-discharge',
  episodeId,
  says: { on, because: 'A job from January' },
});
const moves = (episodeId: string, number: number, from: string) => ({
  kind: 'phase',
  episodeId,
  says: { number, from, because: 'By the team' },
});
const said = async (reader: Reader, client: string) => {
  const { line, way, episodes, weeks } = await pageOf(reader, client);
  return {
    phase: line?.phase,
    phases: way?.phases.map(({ number, startsOn, endsOn }) => `${number}: ${startsOn} ${endsOn}`),
    ends: [way?.plannedEnd, episodes[0]?.plannedEnd],
    plannedWeeks: line?.plannedWeeks,
    prescribed: [line?.hours.prescribed, weeks.at(-1)?.prescribedMinutes],
    flags: line?.flags.map(({ rule }) => rule).filter((rule) => rule === 'plan-review'),
  };
};
/** Of a client's line on the caseload: what the record says otherwise, and where. */
const differing = async (reader: Reader, client: string) => {
  const { lines } = (await clinic.get(reader, '/api/caseload')).body as Caseload;
  return lines
    .filter(({ clientId }) => clientId === client)
    .flatMap(({ flags }) => flags)
    .filter(({ rule }) => rule === 'source-differs')
    .map(({ evidence, recordIds }) => [evidence, ...recordIds]);
};
/** The source changes the plan: another last day. */
const planned = (end: string): CarePlan => {
  const plan = knownBefore().find(({ resourceType }) => resourceType === 'CarePlan') as CarePlan;
  return { ...plan, period: { ...plan.period, end } };
};

test('a planned discharge counts wherever the plan’s end does, and no longer when it is withdrawn', async () => {
  const { ruth, ada, episodeId } = await open();
  const before = await said(ruth, ada);
  assert.deepEqual([before.ends, before.flags], [['2026-11-23', '2026-11-23'], ['plan-review']]);
  const reviews = async () => {
    const { tasks } = (await clinic.get(ruth, '/api/tasks?whose=mine')).body as Tasks;
    return tasks.filter(({ rule }) => rule === 'plan-review').length;
  };
  assert.equal(await reviews(), 1);
  const id = randomUUID();
  assert.equal((await write(ruth, ada, { id, ...ends(episodeId, '2027-01-15') })).status, 204);
  const since = await said(ruth, ada);
  assert.deepEqual([since.ends, since.flags], [['2027-01-15', '2027-01-15'], []]);
  assert.ok((since.plannedWeeks ?? 0) > (before.plannedWeeks ?? 0));
  assert.equal(await reviews(), 0);
  const { lines } = (await clinic.get(ruth, '/api/caseload')).body as Caseload;
  const line = lines.find(({ clientId }) => clientId === ada);
  assert.equal(line?.plannedWeeks, since.plannedWeeks);
  clinic.setClock('2026-11-18T14:00:00Z');
  assert.equal(await withdraw(ruth, ada, id), 204);
  assert.deepEqual((await said(ruth, ada)).ends, before.ends);
});

test('a phase counts from its day, in the line, on the way and in the hours of the week', async () => {
  const { ruth, ada, episodeId } = await open();
  assert.deepEqual((await said(ruth, ada)).phase, { number: 2, of: 2 });
  await write(ruth, ada, moves(episodeId, 2, '2026-11-20'));
  const { phase, phases } = await said(ruth, ada);
  assert.deepEqual(phase, { number: 1, of: 2 });
  assert.deepEqual(phases, ['1: 2026-10-05 2026-11-19', '2: 2026-11-20 2026-11-23']);
});

test('of two people who write at once the second is told who and when, and loses nothing', async () => {
  const { ruth, vera, ada, episodeId } = await open();
  const [first, second] = [randomUUID(), randomUUID()];
  await write(ruth, ada, { id: first, ...ends(episodeId, '2027-01-15') });
  const refused = await write(vera, ada, { id: second, ...ends(episodeId, '2026-12-11') });
  assert.equal(refused.status, 409);
  assert.equal(
    (refused.body as { message: string }).message,
    'ruth wrote on Wed 18 Nov, 8:02 AM: Discharge planned for 15 Jan 2027, A job from January. Look at that first; send yours again if it still holds.',
  );
  assert.deepEqual((await said(ruth, ada)).ends[0], '2027-01-15');
  // Having seen it, they may; what stood is kept, and comes back when theirs is withdrawn.
  const again = { id: second, seen: first, ...ends(episodeId, '2026-12-11') };
  assert.deepEqual(
    [(await write(vera, ada, again)).status, (await write(vera, ada, again)).status],
    [204, 204],
  );
  assert.equal((await said(ruth, ada)).ends[0], '2026-12-11');
  await withdraw(ruth, ada, second);
  assert.equal((await said(ruth, ada)).ends[0], '2027-01-15');
});

test('when the source changes to something else ours counts, and is flagged until a person resolves it', async () => {
  const { ruth, ada, episodeId } = await open();
  const [first, second] = [randomUUID(), randomUUID()];
  await write(ruth, ada, { id: first, ...ends(episodeId, '2027-01-15') });
  assert.deepEqual(
    (await entriesOf(ruth, ada)).map(({ sourceSays }) => sourceSays),
    [null],
  );
  clinic.endpoint.put('2026-11-18T13:01:30Z', planned('2026-12-05'));
  await clinic.sync.readOnce();
  assert.equal((await said(ruth, ada)).ends[0], '2027-01-15');
  assert.deepEqual(
    (await entriesOf(ruth, ada)).map(({ sourceSays }) => sourceSays),
    ['5 Dec'],
  );
  assert.deepEqual(await differing(ruth, ada), [
    ['discharge: it says 5 Dec, ours 15 Jan 2027', await clinic.idOf('CarePlan/plan-ada')],
  ]);
  // Kept: the same again, based on what the source says now.
  await write(ruth, ada, { id: second, seen: first, ...ends(episodeId, '2027-01-15') });
  assert.deepEqual(
    (await entriesOf(ruth, ada)).map(({ id, sourceSays }) => [id === second, sourceSays]),
    [
      [true, null],
      [false, null],
    ],
  );
  assert.deepEqual(await differing(ruth, ada), []);
});

test('a rebuild leaves everything as it was, and what staff wrote', async () => {
  const { ruth, ada, episodeId } = await open();
  await write(ruth, ada, ends(episodeId, '2027-01-15'));
  await write(ruth, ada, moves(episodeId, 2, '2026-11-20'));
  const [page, entries] = [await pageOf(ruth, ada), await entriesOf(ruth, ada)];
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual(await pageOf(ruth, ada), page);
  assert.deepEqual(await entriesOf(ruth, ada), entries);
});

test('what was written of a record that is merged since is the survivor’s, and counts for its stay', async () => {
  const { ruth, sam, ada } = await open();
  const cy = await clinic.idOf('Patient/cy');
  const { episodeId } = (await pageOf(sam, cy)).line!;
  await write(sam, cy, { kind: 'case-note', says: { words: 'Rides with a neighbour' } });
  await write(sam, cy, ends(episodeId, '2027-01-15'));
  clinic.endpoint.put('2026-11-18T13:01:30Z', merged('cy', 'ada'));
  await clinic.sync.readOnce();
  const kinds = (await entriesOf(ruth, ada)).map(({ kind, by }) => `${kind}: ${by}`);
  assert.deepEqual(kinds, ['planned-discharge: sam', 'case-note: sam']);
  const { episodes } = await pageOf(ruth, ada);
  assert.equal(episodes.find(({ id }) => id === episodeId)?.plannedEnd, '2027-01-15');
});

test('nothing is planned for a day before the stay, nor for a stay of somebody else', async () => {
  const { ruth, vera, ada, episodeId } = await open();
  assert.equal((await write(ruth, ada, ends(episodeId, '2020-01-01'))).status, 400);
  const bo = await clinic.idOf('Patient/bo');
  assert.equal((await write(vera, bo, ends(episodeId, '2027-01-15'))).status, 404);
  assert.equal((await write(ruth, ada, { kind: 'phase', says: { number: 0 } })).status, 400);
});

test('a barrier is resolved once: the second is told by whom; taken back it stands open again', async () => {
  const { ruth, vera, ada } = await open();
  const [barrier, first, second] = [randomUUID(), randomUUID(), randomUUID()];
  await write(ruth, ada, {
    id: barrier,
    kind: 'barrier',
    says: { barrier: 'transport', note: null },
  });
  const resolved = { kind: 'barrier-resolved', says: { of: barrier, how: null } };
  assert.equal((await write(ruth, ada, { id: first, ...resolved })).status, 204);
  const refused = await write(vera, ada, { id: second, ...resolved });
  assert.equal(refused.status, 409);
  assert.match((refused.body as { message: string }).message, /^ruth wrote on Wed 18 Nov/);
  assert.equal(await withdraw(vera, ada, first), 204);
  assert.deepEqual(
    (await entriesOf(ruth, ada)).map(({ kind }) => kind),
    ['barrier'],
  );
});
