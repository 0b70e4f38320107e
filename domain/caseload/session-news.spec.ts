import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ATTENDANCE_STATUSES, type AttendanceStatus } from '../attendance/attendance-status.ts';
import { type NewsSession, sessionNews } from './session-news.ts';

const HOUR = 3_600_000;
/** Tuesday 5 pm to Wednesday 8 am, in hours from Tuesday 5 pm. */
const [SINCE, NOW] = [0, 15 * HOUR];
const session = (
  status: AttendanceStatus,
  startsAt: number,
  more: Partial<NewsSession> = {},
): NewsSession => ({
  status,
  startsAt: startsAt * HOUR,
  endsAt: (startsAt + 3) * HOUR,
  recordedAt: null,
  cancelledAt: null,
  ...more,
});
const kinds = (...sessions: NewsSession[]) =>
  sessionNews(sessions, SINCE, NOW).map(({ kind }) => kind);

test('missed: of sessions that ended since, not of those that had ended', () => {
  assert.deepEqual(kinds(session('no-show', 1)), ['missed']);
  assert.deepEqual(kinds(session('client-cancelled', 1)), ['missed']);
  // Under way when the reader left: what became of it was not known.
  assert.deepEqual(kinds(session('no-show', -2)), ['missed']);
  assert.deepEqual(kinds(session('no-show', -3)), []);
});

test('back: attended, and the session before that tells was missed', () => {
  assert.deepEqual(kinds(session('no-show', -30), session('attended', 1)), ['back']);
  assert.deepEqual(kinds(session('attended', -30), session('attended', 1)), []);
  const between = [session('excused', -20), session('unrecorded', -10)];
  assert.deepEqual(kinds(session('no-show', -30), ...between, session('left-early', 1)), ['back']);
  assert.deepEqual(kinds(session('attended', 1)), []);
});

test('back: a session of the same hour is not before, in whichever order the two come', () => {
  const [missed, came] = [session('no-show', 1), session('attended', 1)];
  assert.deepEqual(kinds(missed, came), ['missed']);
  assert.deepEqual(kinds(came, missed), ['missed']);
});

test('cancelled: when it was cancelled counts, whenever the session is', () => {
  const at = (cancelledAt: number) =>
    kinds(session('excused', 40, { cancelledAt: cancelledAt * HOUR }));
  assert.deepEqual([at(-1), at(1), at(16)], [[], ['cancelled'], []]);
  // A late cancellation is a miss once the session has begun; until then it is called off.
  assert.deepEqual(kinds(session('client-cancelled', 20, { cancelledAt: HOUR })), ['cancelled']);
});

test('cancelled at an unknown moment: of the time of the session', () => {
  assert.deepEqual(kinds(session('program-cancelled', 1)), ['cancelled']);
  assert.deepEqual(kinds(session('cancelled-unknown', -10)), []);
});

test('recorded late: it had ended before, and somebody recorded it since', () => {
  const recorded = (at: number) => kinds(session('attended', -10, { recordedAt: at * HOUR }));
  assert.deepEqual(
    [recorded(0), recorded(1), recorded(15), recorded(16)],
    [[], ['recorded-late'], ['recorded-late'], []],
  );
  assert.deepEqual(kinds(session('no-show', -10, { recordedAt: HOUR })), ['recorded-late']);
});

test('what nobody recorded is neither absent nor new', () => {
  assert.deepEqual(kinds(session('unrecorded', 1), session('awaiting-record', 5)), []);
});

test('each session is news of one kind at most, in whatever order they come', () => {
  const any = fc.record({
    status: fc.constantFrom(...ATTENDANCE_STATUSES),
    startsAt: fc.uniqueArray(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 1 }),
    recordedAt: fc.option(fc.integer({ min: -40, max: 40 })),
  });
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: ({ startsAt }) => startsAt[0] }), (drawn) => {
      const sessions = drawn.map(({ status, startsAt, recordedAt }) =>
        session(status, startsAt[0] ?? 0, {
          recordedAt: recordedAt === null ? null : recordedAt * HOUR,
        }),
      );
      const news = sessionNews(sessions, SINCE, NOW);
      assert.equal(new Set(news.map((one) => one.session)).size, news.length);
      assert.deepEqual(sessionNews(sessions.toReversed(), SINCE, NOW), news);
    }),
  );
});
