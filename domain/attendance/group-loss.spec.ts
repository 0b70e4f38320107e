import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../calendar/calendar-day.ts';
import { groupLosses, hasStopped, lossInWords, type Stay } from './group-loss.ts';

const TODAY = '2026-11-18';
const stay = (began: number, days: number, more: Partial<Stay> = {}): Stay => ({
  since: addDays(TODAY, -began),
  until: addDays(TODAY, -began + days),
  moved: false,
  asPlanned: false,
  ...more,
});
const many = (count: number, one: Stay): Stay[] => Array.from({ length: count }, () => one);

test('a group that loses more of those who begin than chance explains says so', () => {
  const usual = [...many(4, stay(90, 10)), ...many(26, stay(90, 85))];
  const losing = [...many(14, stay(90, 10)), ...many(16, stay(90, 85))];
  const [first, ...others] = groupLosses([losing, ...Array<Stay[]>(11).fill(usual)], TODAY);
  assert.deepEqual(
    others.filter(({ outside }) => outside !== null),
    [],
  );
  assert.deepEqual([first?.began, first?.stoppedEarly], [30, 14]);
  assert.ok(first?.outside);
  assert.match(lossInWords(first) ?? '', /^Losing people: 14 of 30 .* four weeks, outside its 9/);
});

test('a group that keeps more than chance explains is no finding', () => {
  const groups = [
    many(40, stay(90, 85)),
    ...Array.from({ length: 8 }, () => [...many(15, stay(90, 10)), ...many(15, stay(90, 85))]),
  ];
  const [keeping] = groupLosses(groups, TODAY);
  assert.equal(keeping?.outside, null);
  assert.ok(keeping && lossInWords(keeping) === null);
});

test('who began too lately to tell, or long ago, is not counted', () => {
  const [loss] = groupLosses(
    [[stay(41, 3), stay(42, 3), stay(182, 3), stay(183, 3), stay(90, 80)]],
    TODAY,
  );
  assert.deepEqual([loss?.began, loss?.stoppedEarly], [3, 2]);
});

test('who moved to another group or ended as planned began there, and is not lost', () => {
  const [loss] = groupLosses(
    [[stay(90, 3, { moved: true }), stay(90, 20, { asPlanned: true }), stay(90, 20)]],
    TODAY,
  );
  assert.deepEqual([loss?.began, loss?.stoppedEarly], [3, 1]);
});

test('two weeks without a booking, and none to come, is stopped', () => {
  assert.equal(hasStopped({ until: addDays(TODAY, -14) }, TODAY), false);
  assert.equal(hasStopped({ until: addDays(TODAY, -15) }, TODAY), true);
  assert.equal(hasStopped({ until: addDays(TODAY, 5) }, TODAY), false);
});
