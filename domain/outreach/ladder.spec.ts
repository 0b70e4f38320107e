import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttendanceStatus } from '../attendance/attendance-status.ts';
import { addDays } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { session } from './client-facts.fixture.ts';
import { type LadderFacts, ladderOf } from './ladder.ts';

const TODAY = '2026-11-18';
const ladder = (part: Partial<LadderFacts>) =>
  ladderOf(
    {
      sessions: [],
      seenOn: TODAY,
      contactOn: TODAY,
      admittedOn: '2026-09-01',
      backFromHoldOn: null,
      today: TODAY,
      onHold: false,
      deceased: false,
      ...part,
    },
    PROGRAM_DEFAULTS,
  );
const after = (...statuses: AttendanceStatus[]) =>
  ladder({ sessions: statuses.map((status, i) => session(`s${i}`, `2026-11-1${i}`, status)) })
    .rungs;
const away = (days: number, contactDays = days) =>
  ladder({ seenOn: addDays(TODAY, -days), contactOn: addDays(TODAY, -contactDays) }).rungs;

test('one miss asks for outreach, two for the case review, three for the supervisor', () => {
  assert.deepEqual(after('attended'), []);
  assert.deepEqual(after('attended', 'no-show'), ['outreach']);
  assert.deepEqual(after('attended', 'no-show', 'client-cancelled'), ['outreach', 'case-review']);
  assert.deepEqual(after('no-show', 'no-show', 'no-show'), [
    'outreach',
    'case-review',
    'supervisor',
  ]);
});

test('excused neither adds nor ends a run, attendance ends it, what is in no rate is skipped', () => {
  assert.deepEqual(after('no-show', 'excused', 'no-show'), ['outreach', 'case-review']);
  assert.deepEqual(after('no-show', 'no-show', 'left-early'), []);
  assert.deepEqual(after('no-show', 'program-cancelled', 'unrecorded'), ['outreach']);
});

test('days: 7 unseen, 14 and 30 without contact, none of them a day early', () => {
  assert.deepEqual(away(6), []);
  assert.deepEqual(away(7), ['supervisor']);
  assert.deepEqual(away(13), ['supervisor']);
  assert.deepEqual(away(14), ['supervisor', 'written']);
  assert.deepEqual(away(29), ['supervisor', 'written']);
  assert.deepEqual(away(30), ['supervisor', 'written', 'discharge-review']);
});

test('who is talked to but does not come is the supervisor’s, and is not written to', () => {
  assert.deepEqual(away(40, 3), ['supervisor']);
});

test('a week is seven days of the calendar also when the clocks change', () => {
  const week = { today: '2026-11-03', seenOn: '2026-10-27', contactOn: '2026-10-27' };
  assert.deepEqual(ladder(week).rungs, ['supervisor']);
  assert.deepEqual(ladder({ ...week, today: '2026-11-02' }).rungs, []);
});

test('who was never seen is away since the admission; nobody is away while on hold', () => {
  const never = { seenOn: null, contactOn: null };
  assert.deepEqual(ladder({ ...never, admittedOn: '2026-11-12' }).rungs, []);
  assert.deepEqual(ladder({ ...never, admittedOn: '2026-11-11' }).rungs, ['supervisor']);
  const backFromHoldOn = '2026-11-12';
  assert.deepEqual(ladder({ ...never, backFromHoldOn }).rungs, []);
});

test('on hold, and after a death, nobody is followed', () => {
  const missed = { sessions: [session('s', '2026-11-17')], seenOn: null, contactOn: null };
  assert.deepEqual(ladder({ ...missed, onHold: true }).rungs, []);
  assert.deepEqual(ladder({ ...missed, deceased: true }).rungs, []);
});
