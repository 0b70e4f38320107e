import type { CarePlan } from 'fhir/r4';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { ClientHappenings } from '#domain/client-progress/happenings.contract';
import type { Reader } from '../../database/reader.ts';
import { clinicalRecord, measured } from '../../testing/clinical-record.fixture.ts';
import { knownBefore, knownSince } from '../../testing/record-of-ada.fixture.ts';
import { booking, presence } from '../../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
let ruth: Reader;
afterEach(() => clinic.close());

async function open(): Promise<string> {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put('2026-11-16T12:00:00Z', ...knownBefore(), ...knownSince());
  await clinic.sync.readOnce();
  ruth = await clinic.reader('counselor', 'ruth');
  return clinic.idOf('Patient/ada');
}

const asked = async (client: string, query = '', reader = ruth) =>
  clinic.get(reader, `/api/clients/${client}/happenings${query}`);
const list = async (client: string, query = '') =>
  (await asked(client, query)).body as ClientHappenings;
const lines = ({ happenings }: ClientHappenings) =>
  happenings.map(
    ({ on, kind, what, detail, status }) =>
      `${on} ${kind}: ${[what, detail, status].filter((part) => part !== null).join(', ')}`,
  );

test('everything of a client stands in one order, the newest first, each with where it is from', async () => {
  const ada = await open();
  const id = randomUUID();
  await clinic.send(ruth, 'POST', `/api/clients/${ada}/entries`, {
    id,
    kind: 'score-review',
    says: {
      ...{
        instrument: 'phq-9',
        day: '2026-11-17',
        plan: 'changed',
        because: 'A visit a week more',
      },
    },
  });
  const found = await list(ada);
  assert.deepEqual(lines(found), [
    '2026-11-18 phase: Phase 2, 12 h a week',
    '2026-11-18 review: PHQ-9 of Tue reviewed, plan changed: A visit a week more',
    '2026-11-17 drug-test: Drug test, unexpected: fentanyl screen',
    '2026-11-17 safety: PHQ-9 item 9: 1',
    '2026-11-17 score: PHQ-9, 15',
    '2026-11-17 session: Group A, no-show',
    '2026-11-16 session: Group A, attended',
    '2026-11-02 score: PHQ-9, 9',
    '2026-10-25 medication: Buprenorphine 8 mg, to Sat',
    '2026-10-05 episode: Admitted, Harbor Day IOP, level 2.1',
    '2026-10-05 phase: Phase 1, 12 h a week',
  ]);
  const review = found.happenings.find(({ kind }) => kind === 'review');
  assert.deepEqual([review?.id, review?.by, review?.recordId], [`review:${id}`, 'ruth', null]);
  const session = found.happenings.find(({ kind }) => kind === 'session');
  assert.equal(session?.recordId, await clinic.idOf('Appointment/ada-tue'));
  assert.deepEqual([found.total, found.next], [11, null]);
});

test('what is asked for is up to a moment, and of one kind', async () => {
  const ada = await open();
  assert.deepEqual(lines(await list(ada, '?kind=score')), [
    '2026-11-17 score: PHQ-9, 15',
    '2026-11-02 score: PHQ-9, 9',
  ]);
  assert.deepEqual(lines(await list(ada, '?kind=session&asOf=2026-11-17T13:59:59Z')), [
    '2026-11-16 session: Group A, attended',
  ]);
  assert.equal((await asked(ada, '?kind=diary')).status, 400);
});

test('late is what came more than a day after, of what happened since anything was read here', async () => {
  const ada = await open();
  clinic.setClock('2026-11-21T15:00:00Z');
  clinic.endpoint.put(
    '2026-11-21T14:59:00Z',
    measured('late', 'ada', '70274-6', 8, { effectiveDateTime: '2026-11-18T15:00:00Z' }),
    measured('in-time', 'ada', '70274-6', 9, { effectiveDateTime: '2026-11-20T15:00:00Z' }),
    measured('of-before', 'ada', '70274-6', 7, { effectiveDateTime: '2026-11-10T15:00:00Z' }),
    booking('ada-wed', 'ada', '2026-11-18', 'fulfilled'),
    presence('ada-wed-there', 'ada', '2026-11-18', 180, {
      appointment: [{ reference: 'Appointment/ada-wed' }],
    }),
  );
  await clinic.sync.readOnce();
  const late = (await list(ada)).happenings.filter(
    ({ kind, what }) => kind === 'session' || what === 'GAD-7',
  );
  assert.deepEqual(
    late.map(({ on, kind, lateBy }) => [on, kind, lateBy]),
    [
      ['2026-11-20', 'score', null],
      // Of the day until its midnight in New York, 5:00 UTC.
      ['2026-11-18', 'score', 2],
      ['2026-11-18', 'session', 3],
      ['2026-11-17', 'session', null],
      ['2026-11-16', 'session', null],
      ['2026-11-10', 'score', null],
    ],
  );
});

test('a change that comes days after is told beside what is known now, and not of what is meant to change', async () => {
  const ada = await open();
  const score = (total: number) =>
    measured('revised', 'ada', '70274-6', total, { effectiveDateTime: '2026-11-18T15:00:00Z' });
  clinic.setClock('2026-11-18T16:00:00Z');
  clinic.endpoint.put('2026-11-18T15:30:00Z', score(8));
  await clinic.sync.readOnce();
  clinic.setClock('2026-11-22T15:00:00Z');
  const plan = knownBefore().find(({ resourceType }) => resourceType === 'CarePlan')!;
  clinic.endpoint.put('2026-11-22T14:59:00Z', score(12), { ...plan, title: 'Changed' } as CarePlan);
  await clinic.sync.readOnce();
  const { happenings } = await list(ada);
  const found = happenings.filter(({ lateBy, revisedBy }) => lateBy !== null || revisedBy !== null);
  assert.deepEqual(
    found.map(({ what, lateBy, revisedBy }) => [what, lateBy, revisedBy]),
    [['GAD-7', null, 3]],
  );
});

test('200 at a time, none twice and none left out', async () => {
  const ada = await open();
  clinic.setClock('2026-11-18T14:00:00Z');
  clinic.endpoint.put(
    '2026-11-18T13:59:00Z',
    ...Array.from({ length: 230 }, (_, index) =>
      booking(
        `old-${index}`,
        'ada',
        `2025-${String(1 + (index % 12)).padStart(2, '0')}-1${index % 10}`,
        'noshow',
      ),
    ),
  );
  await clinic.sync.readOnce();
  const first = await list(ada);
  const second = await list(ada, `?skip=${first.next}`);
  assert.deepEqual([first.happenings.length, first.next], [200, 200]);
  assert.equal(second.next, null);
  const ids = [...first.happenings, ...second.happenings].map(({ id }) => id);
  assert.equal(new Set(ids).size, first.total);
  assert.equal(ids.length, first.total);
});

test('a record of every kind is told of, and of a client out of reach nothing', async () => {
  await open();
  clinic.endpoint.put('2026-11-18T13:01:00Z', ...clinicalRecord('bo'));
  await clinic.sync.readOnce();
  const bo = await clinic.idOf('Patient/bo');
  const kinds = new Set((await list(bo)).happenings.map(({ kind }) => kind));
  for (const kind of [
    'session',
    'score',
    'drug-test',
    'medication',
    'episode',
    'referral',
  ] as const)
    assert.ok(kinds.has(kind), kind);
  const sam = await clinic.reader('counselor', 'sam');
  const hidden = await asked(bo, '', sam);
  assert.equal(hidden.status, 404);
  assert.deepEqual(hidden, await asked(randomUUID(), '', sam));
});

test('a phase of the record in whose place staff wrote another stays, and is said to be superseded', async () => {
  const ada = await open();
  const { episodes } = (await clinic.get(ruth, `/api/clients/${ada}`)).body as ClientProgress;
  const id = randomUUID();
  await clinic.send(ruth, 'POST', `/api/clients/${ada}/entries`, {
    ...{ id, kind: 'phase', seen: null, episodeId: episodes[0]?.id },
    says: { number: 2, from: '2026-11-20', because: 'By the team' },
  });
  const phases = async () => lines(await list(ada, '?kind=phase'));
  assert.deepEqual(await phases(), [
    '2026-11-18 phase: Phase 2, superseded by what staff wrote',
    '2026-11-18 phase: Phase 2 from Fri, By the team',
    '2026-10-05 phase: Phase 1, 12 h a week',
  ]);
  clinic.setClock('2026-11-18T14:00:00Z');
  await clinic.send(ruth, 'POST', `/api/clients/${ada}/entries/${id}/withdrawal`);
  assert.deepEqual(await phases(), [
    '2026-11-18 phase: Phase 2, 12 h a week',
    '2026-10-05 phase: Phase 1, 12 h a week',
  ]);
});
