import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aftercareCard } from '../aftercare/aftercare-card.ts';
import { followUps, type FollowUpContact } from '../aftercare/follow-up.ts';
import { timeOfDay } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { followUpTask, milestoneTask } from './aftercare-tasks.ts';

const ZONE = 'America/New_York';
const noon = (day: string) => timeOfDay(day, { hour: 12, minute: 0 }, ZONE);
const whom = (today: string) => ({ clientId: 'c', episodeId: 'e', timeZone: ZONE, today });
const calls = (today: string, contacts: readonly FollowUpContact[] = []) =>
  followUps(
    {
      ...{ asOf: noon(today), timeZone: ZONE, endedOn: '2026-11-11', readmittedOn: null },
      ...{ loggedSince: null, isDeceased: false, contacts },
    },
    PROGRAM_DEFAULTS,
  ).flatMap((one) => followUpTask(whom(today), one, 'peer specialist') ?? []);
const tried: FollowUpContact = {
  ...{ id: 'k', at: noon('2026-11-18'), mode: 'phone', result: 'not-reached' },
  ...{ nextStepOn: '2026-11-20', ends: null },
};

test('a follow-up asks for a call from the day it is due until its window is over, of nobody in particular', () => {
  assert.deepEqual(
    ['2026-11-17', '2026-11-18', '2026-11-20', '2026-11-21'].map((day) =>
      calls(day).map(({ key, dueOn }) => [key, dueOn]),
    ),
    [[], [['follow-up:e:7-days', '2026-11-18']], [['follow-up:e:7-days', '2026-11-18']], []],
  );
  const [call] = calls('2026-11-18');
  assert.deepEqual(
    [call?.ownerId, call?.evidence],
    [null, 'for the peer specialist, not tried yet, until Fri'],
  );
});

test('after a try it is asked for on the day that was agreed on, under the same key', () => {
  assert.deepEqual(calls('2026-11-19', [tried]), []);
  const [call] = calls('2026-11-20', [tried]);
  assert.deepEqual(
    [call?.key, call?.dueOn, call?.evidence],
    ['follow-up:e:7-days', '2026-11-20', 'for the peer specialist, tried once: phone, until Fri'],
  );
  assert.deepEqual(calls('2026-11-20', [tried, tried]), calls('2026-11-20', [tried]));
  assert.deepEqual(calls('2026-11-20', [tried, { ...tried, id: 'l', result: 'reached' }]), []);
});

test('of a plan the milestone that is missing next asks for something, once it is late', () => {
  const task = (today: string, plannedEnd: string, daysSinceEnd?: number) => {
    const facts = {
      ...{ today, plannedEnd, admittedOn: '2026-10-01', endedOn: null, onHold: false },
      ...{ talkedSinceEnd: false, followUp: null, episodeId: 'e', planRecordId: null },
      ...{ referrals: [], medication: null, entries: [] },
    };
    const card = aftercareCard(facts, PROGRAM_DEFAULTS);
    const daysTo = daysSinceEnd === undefined ? card.daysTo : -daysSinceEnd;
    return milestoneTask(whom(today), { ...card, daysTo, counselor: { id: 'ruth', name: 'Ruth' } });
  };
  assert.equal(task('2026-10-10', '2026-12-24'), null);
  const late = task('2026-10-20', '2026-12-24');
  assert.deepEqual(
    [late?.key, late?.what, late?.dueOn, late?.ownerId, late?.evidence],
    [
      'aftercare:e:planning-started',
      'Aftercare: planning started is late',
      '2026-10-15',
      'ruth',
      '',
    ],
  );
  assert.match(task('2026-12-20', '2026-12-24')?.evidence ?? '', /^and \d more of the plan$/);
  // After the weeks in which a card stays where its facts put it, follow-ups ask, and the board shows it.
  const weeks = PROGRAM_DEFAULTS.aftercareOpenDays;
  assert.ok(task('2026-12-20', '2026-11-20', weeks));
  assert.equal(task('2026-12-20', '2026-11-20', weeks + 1), null);
});
