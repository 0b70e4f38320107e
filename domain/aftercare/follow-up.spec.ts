import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, timeOfDay } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import {
  type FollowUp,
  type FollowUpContact,
  followUpCounted,
  type FollowUpFacts,
  followUps,
  nextFollowUp,
} from './follow-up.ts';
import { FOLLOW_UPS, type FollowUpSetting } from './follow-up-days.ts';

const ZONE = 'America/New_York';
const LEFT = '2026-10-05';
const day = (days: number) => addDays(LEFT, days);
const noon = (days: number, hour = 12, minute = 0) => timeOfDay(day(days), { hour, minute }, ZONE);
let made = 0;
const contact = (days: number, more: Partial<FollowUpContact> = {}): FollowUpContact => ({
  id: `k${made++}`,
  at: noon(days),
  mode: 'phone',
  result: 'not-reached',
  nextStepOn: null,
  ends: null,
  ...more,
});
const EVERY = Object.fromEntries(FOLLOW_UPS.map(({ setting }) => [setting, 1])) as Record<
  FollowUpSetting,
  number
>;
const rules = { ...PROGRAM_DEFAULTS, ...EVERY };
const all = (days: number, more: Partial<FollowUpFacts> = {}, by = rules): FollowUp[] =>
  followUps(
    {
      asOf: noon(days),
      timeZone: ZONE,
      endedOn: LEFT,
      readmittedOn: null,
      loggedSince: day(-100),
      isDeceased: false,
      contacts: [],
      ...more,
    },
    by,
  );
const one = (id: string, days: number, more: Partial<FollowUpFacts> = {}): FollowUp => {
  const found = all(days, more).find((each) => each.id === id);
  assert.ok(found);
  return found;
};
const status = (id: string, days: number, more: Partial<FollowUpFacts> = {}) =>
  one(id, days, more).status;

test('72 hours, 7 and 30 days are made unless a program sets otherwise, up to eight', () => {
  const names = (by: typeof rules) => all(0, {}, by).map(({ name }) => name);
  assert.deepEqual(names(PROGRAM_DEFAULTS), ['72 h', '7 days', '30 days']);
  assert.equal(names(rules).length, 8);
});

test('each window begins and ends on its days, and no two of them meet', () => {
  const windows = all(0).map(({ due, from, to }) => [due, from, to]);
  assert.deepEqual(
    windows,
    [
      [3, 3, 4],
      [7, 5, 9],
      [14, 11, 17],
      [30, 23, 37],
      [60, 46, 74],
      [90, 76, 104],
      [180, 150, 210],
      [365, 335, 395],
    ].map((days) => days.map(day)),
  );
  for (const [id, first, last] of [
    ['72-hours', 3, 4],
    ['7-days', 5, 9],
    ['14-days', 11, 17],
    ['30-days', 23, 37],
    ['60-days', 46, 74],
    ['90-days', 76, 104],
    ['180-days', 150, 210],
    ['365-days', 335, 395],
  ] as const) {
    assert.deepEqual(
      [first - 1, first, last, last + 1].map((days) => status(id, days)),
      ['not-due', 'due', 'due', 'not-made'],
      id,
    );
    const reached = (days: number) => ({ contacts: [contact(days, { result: 'reached' })] });
    assert.deepEqual(
      [first - 1, first, last, last + 1].map((days) => status(id, 400, reached(days))),
      ['not-made', 'reached', 'reached', 'not-made'],
      id,
    );
  }
});

test('a window goes by days at the site, across the night on which clocks go back', () => {
  // Discharged so that the 7-day window ends on Sunday 1 November 2026, an hour longer than others.
  const leaving = { endedOn: '2026-10-23', timeZone: ZONE };
  const at = (on: string, hour: number, minute: number) => timeOfDay(on, { hour, minute }, ZONE);
  const seven = (asOf: number, talked: number) =>
    one('7-days', 0, {
      ...leaving,
      asOf,
      contacts: [contact(0, { at: talked, result: 'reached' })],
    }).status;
  const later = at('2026-11-03', 9, 0);
  assert.equal(seven(later, at('2026-11-01', 23, 59)), 'reached');
  assert.equal(seven(later, at('2026-11-02', 0, 0)), 'not-made');
  const open = (asOf: number) => one('7-days', 0, { ...leaving, asOf }).status;
  assert.deepEqual(
    [open(at('2026-11-01', 23, 59)), open(at('2026-11-02', 0, 0))],
    ['due', 'not-made'],
  );
});

test('three tries in two modes and no answer are not reached; fewer, or in one mode, are tries', () => {
  const tries = (...modes: FollowUpContact['mode'][]) => ({
    contacts: modes.map((mode, index) => contact(5 + index, { mode })),
  });
  assert.equal(status('7-days', 8, tries('phone', 'text')), 'attempted');
  assert.equal(status('7-days', 8, tries('phone', 'phone', 'phone')), 'attempted');
  const gone = one('7-days', 8, tries('phone', 'phone', 'text'));
  assert.deepEqual(
    [gone.status, gone.tries, gone.modes, gone.isOpen],
    [...(['unreachable', 3, ['phone', 'text'], false] as const)],
  );
  // Somebody who answers after all is reached.
  const { contacts } = tries('phone', 'phone', 'text');
  const after = { contacts: [...contacts, contact(9, { result: 'reached' })] };
  assert.equal(status('7-days', 9, after), 'reached');
  // Tries of one window say nothing of the next.
  assert.equal(status('14-days', 11, tries('phone', 'phone', 'text')), 'due');
  assert.equal(status('7-days', 12, tries('phone')), 'attempted');
  assert.equal(one('7-days', 12, tries('phone')).isOpen, false);
});

test('who declines has been asked; the next one is asked of them all the same', () => {
  const declined = { contacts: [contact(7, { result: 'declined' })] };
  assert.equal(status('7-days', 7, declined), 'declined');
  assert.equal(status('14-days', 14, declined), 'due');
});

test('a death, a client who wants no more contact, and an admission end what is not over', () => {
  const told = (ends: FollowUpContact['ends'], days = 7) => ({
    contacts: [contact(days, { ends })],
  });
  for (const [more, words] of [
    [told('deceased'), 'deceased'],
    [told('no-more-contact'), 'withdrawn'],
    [{ readmittedOn: day(7) }, 'readmitted'],
  ] as const) {
    const statuses = all(20, more).map((each) => each.status);
    assert.deepEqual(statuses.slice(0, 4), ['not-made', words, words, words], words);
    assert.equal(nextFollowUp(all(20, more)), null);
  }
  // What was over before keeps how it went; on the last day of a window it is not over.
  assert.equal(status('7-days', 20, { readmittedOn: day(9) }), 'readmitted');
  assert.equal(status('7-days', 20, { readmittedOn: day(10) }), 'not-made');
  const reachedBefore = { contacts: [contact(6, { result: 'reached' })], readmittedOn: day(8) };
  assert.equal(status('7-days', 20, reachedBefore), 'reached');
  // A talk with somebody who is in care again is no follow-up.
  assert.equal(status('7-days', 20, { ...reachedBefore, readmittedOn: day(6) }), 'readmitted');
  // An admission that is only to come stops nothing.
  assert.equal(status('7-days', 6, { readmittedOn: day(8) }), 'due');
  // A record that says somebody died seldom says when: nobody is called, and nothing unreached counts.
  assert.deepEqual(
    new Set(all(20, { isDeceased: true }).map((each) => each.status)),
    new Set(['deceased']),
  );
});

test('what was written of another day, withdrawn or is still to come does not count', () => {
  assert.equal(status('7-days', 6, { contacts: [contact(7, { result: 'reached' })] }), 'due');
  const before = { contacts: [contact(-1, { result: 'reached', ends: 'no-more-contact' })] };
  assert.equal(status('7-days', 7, before), 'due');
});

test('of a window that was over before anything was logged here nobody knows whether anybody tried', () => {
  const since = (on: number | null) =>
    status('7-days', 20, { loggedSince: on === null ? null : day(on) });
  assert.deepEqual([since(9), since(10), since(null)], ['not-made', 'not-known', 'not-known']);
  // While it is open somebody is to try all the same.
  assert.equal(status('7-days', 9, { loggedSince: null }), 'due');
});

test('it is tried on the day it is due, or on the one agreed on within the window; later it is late', () => {
  assert.deepEqual(
    [6, 7, 8, 9, 10].map((days) => one('7-days', days).lateDays),
    [0, 0, 1, 2, 0],
  );
  const agreed = (on: number) => ({ contacts: [contact(6, { nextStepOn: day(on) })] });
  assert.deepEqual(
    [one('7-days', 9, agreed(8)).tryOn, one('7-days', 9, agreed(8)).lateDays],
    [day(8), 1],
  );
  assert.equal(one('7-days', 9, agreed(20)).tryOn, day(7));
});

test('how it went is counted once its window is over, but for those who cannot be asked', () => {
  const counted = (days: number, more: Partial<FollowUpFacts> = {}) =>
    followUpCounted(one('7-days', days, more), day(days));
  const reached = { contacts: [contact(6, { result: 'reached' })] };
  assert.deepEqual(
    [counted(9, reached), counted(10, reached), counted(10), counted(9)],
    ['still-open', 'reached', 'not-reached', 'still-open'],
  );
  const declined = { contacts: [contact(6, { result: 'declined' })] };
  assert.equal(counted(10, declined), 'not-reached');
  for (const more of [
    { isDeceased: true },
    { readmittedOn: day(9) },
    { contacts: [contact(6, { ends: 'no-more-contact' })] },
  ])
    assert.equal(counted(10, more), 'left-out');
  assert.equal(counted(10, { loggedSince: day(10) }), 'not-known');
});

const heard = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    days: fc.integer({ min: 0, max: 40 }),
    mode: fc.constantFrom('phone' as const, 'text' as const, 'letter' as const),
    result: fc.constantFrom('reached' as const, 'not-reached' as const, 'declined' as const),
    ends: fc.constantFrom(null, null, null, 'deceased' as const, 'no-more-contact' as const),
  }),
  { maxLength: 10 },
);

test('replaying any prefix of what was written twice gives the same follow-ups', () => {
  fc.assert(
    fc.property(heard, fc.nat({ max: 10 }), fc.integer({ min: 0, max: 60 }), (told, length, on) => {
      // What is sent twice under one id is kept once.
      const kept = [...new Map(told.map((each) => [each.id, each])).values()];
      const prefix = kept
        .slice(0, length)
        .map(({ days, ...said }) => contact(days, { ...said, nextStepOn: null }));
      const once = all(on, { contacts: prefix });
      assert.deepEqual(all(on, { contacts: [...prefix, ...prefix] }), once);
      assert.deepEqual(all(on, { contacts: prefix.toReversed() }), once);
      for (const { isOpen, from, to } of once)
        assert.ok(!isOpen || (from <= day(on) && day(on) <= to));
    }),
  );
});
