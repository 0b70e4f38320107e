import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { type Engagement, makeUpSessions, type OpenSession } from './make-up.ts';

const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);
const meets = (day: number, hour: number, left: number | null = 2): OpenSession => ({
  sessionId: `${day} ${hour}`,
  day: `2026-11-${day}`,
  startsAt: at(day, hour),
  endsAt: at(day, hour + 3),
  hour,
  left,
});
const busy = (day: number, hour: number, hours = 1): Engagement => ({
  day: `2026-11-${day}`,
  startsAt: at(day, hour),
  endsAt: at(day, hour + hours),
});
const offered = (
  sessions: OpenSession[],
  treatment: Engagement[] = [],
  elsewhere: Engagement[] = [],
  schedule: string | null = null,
  keptApart = new Set<string>(),
) =>
  makeUpSessions(sessions, { treatment, elsewhere, schedule, keptApart }, PROGRAM_DEFAULTS).length;

test('a place left, or not known to be full', () => {
  assert.deepEqual(
    [1, null, 0].map((left) => offered([meets(19, 9, left)])),
    [1, 1, 0],
  );
});

test('never a second session on a day, whatever the hour', () => {
  assert.equal(offered([meets(19, 9)], [busy(19, 17)]), 0);
  assert.equal(offered([meets(19, 9)], [busy(20, 9)]), 1);
});

test('never at the time of an appointment elsewhere; beside it on that day it may be', () => {
  assert.equal(offered([meets(19, 9)], [], [busy(19, 11)]), 0);
  assert.equal(offered([meets(19, 9)], [], [busy(19, 12)]), 1);
  assert.equal(offered([meets(19, 9)], [], [busy(19, 8)]), 1);
});

test('never with somebody from whom the client is kept apart', () => {
  const sessions = [meets(19, 9), meets(20, 9)];
  assert.equal(offered(sessions, [], [], null, new Set(['19 9'])), 1);
});

test('never against a schedule that was said plainly; other words are not guessed at', () => {
  const [morning, evening] = [meets(19, 16), meets(19, 17)];
  const said = (words: string) => [
    offered([morning], [], [], words),
    offered([evening], [], [], words),
  ];
  assert.deepEqual(said('Works days; evenings only'), [0, 1]);
  assert.deepEqual(said('Mornings only'), [1, 0]);
  assert.deepEqual(said('works nights'), [1, 1]);
});
