import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientProgress, ClientSession } from '../client-progress/client-progress.contract.ts';
import { utilizationReview } from './utilization-review.ts';

const session = (
  startsAt: string,
  status: string,
  recordedMinutes: number | null,
  about: Partial<ClientSession> = {},
) =>
  ({
    startsAt,
    status,
    recordedMinutes,
    walkIn: false,
    kind: 'group',
    outreach: null,
    ...about,
  }) as ClientSession;
const client = (sessions: ClientSession[], about: object = {}) =>
  ({
    asOf: '2026-11-18T14:02:00Z',
    timeZone: 'America/New_York',
    way: { admittedOn: '2026-10-05' },
    background: { authorization: { startsOn: '2026-11-09' }, answers: [] },
    sessions,
    specimens: [],
    plan: { goals: [], dimensions: [] },
    ...about,
  }) as unknown as ClientProgress;

test('days and hours are those recorded, of the authorization’s time; assumed ones reach no minimum', () => {
  const { from, to, weeks } = utilizationReview(
    client([
      session('2026-11-06T14:00:00Z', 'attended', 180),
      session('2026-11-09T14:00:00Z', 'attended', 100),
      session('2026-11-09T18:00:00Z', 'attended-late', 80),
      session('2026-11-10T14:00:00Z', 'attended', 179),
      session('2026-11-16T14:00:00Z', 'attended', null),
    ]),
    180,
  );
  assert.deepEqual([from, to], ['2026-11-09', '2026-11-18']);
  assert.deepEqual(
    weeks.map(({ monday, minutes, fullDays, days }) => [
      monday,
      minutes,
      fullDays,
      days.map(({ unrecorded }) => unrecorded),
    ]),
    [
      ['2026-11-09', 359, 1, [0, 0]],
      ['2026-11-16', 0, 0, [1]],
    ],
  );
});

test('each miss with what followed it; what has no outcome is neither kept nor missed', () => {
  const none = { outreach: { result: 'none' as const, at: null, barrier: 'childcare' } };
  const { misses, attended, expected, unrecorded } = utilizationReview(
    client([
      session('2026-11-12T14:00:00Z', 'no-show', null, none),
      session('2026-11-13T14:00:00Z', 'unrecorded', null),
      session('2026-11-14T14:00:00Z', 'excused', null),
      session('2026-11-16T14:00:00Z', 'attended', 180),
      session('2026-11-17T14:00:00Z', 'attended', 60, { walkIn: true }),
    ]),
    180,
  );
  assert.deepEqual(misses, [{ day: '2026-11-12', status: 'no-show', outreach: 'none' }]);
  assert.deepEqual([attended, expected, unrecorded], [1, 3, 1]);
});

test('without an authorization the last four weeks, and never from before admission', () => {
  const background = { authorization: null, answers: [] };
  const from = (admittedOn: string) =>
    utilizationReview(client([], { background, way: { admittedOn } }), 180).from;
  assert.equal(from('2026-10-05'), '2026-10-22');
  assert.equal(from('2026-11-10'), '2026-11-10');
});

test('goals are counted without their words', () => {
  const goal = (achievement: string | null) => ({ achievement, words: 'My kids back' });
  const plan = { goals: [goal('improving'), goal('improving'), goal(null)], dimensions: [] };
  const { goals } = utilizationReview(client([], { plan }), 180);
  assert.deepEqual(goals, [
    { achievement: 'improving', count: 2 },
    { achievement: null, count: 1 },
  ]);
});

test('of the six dimensions the last assessment goes, without notes and without who rated', () => {
  const assessed = (on: string, risk: number | null) => ({
    ...{ id: on, edition: '3', on, rater: 'Dana Flint' },
    dimensions: [{ risk, note: 'Her sister drinks' }],
  });
  const plan = { goals: [], dimensions: [assessed('2026-11-09', null), assessed('2026-10-05', 2)] };
  assert.deepEqual(utilizationReview(client([], { plan }), 180).dimensions, {
    ...{ edition: '3', on: '2026-11-09', found: [{ risk: null, isAssessed: false }] },
  });
  assert.equal(utilizationReview(client([]), 180).dimensions, null);
});
