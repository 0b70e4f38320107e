import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#domain/calendar/calendar-day';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import { type AttendedSession, inferEpisodes, mostNamed } from './inferred-episodes.ts';

const FIRST = '2026-09-01';
const after = (days: number, about: Partial<AttendedSession> = {}): AttendedSession => ({
  day: addDays(FIRST, days),
  startsAt: Date.parse(addDays(FIRST, days)) + 50_400_000,
  kind: 'group',
  ...about,
});
const spans = (...sessions: AttendedSession[]) =>
  inferEpisodes(sessions, () => PROGRAM_DEFAULTS).map(({ admittedOn, lastContactOn }) => [
    admittedOn,
    lastContactOn,
  ]);

test('nobody who attended nothing is taken to be in care', () => {
  assert.deepEqual(spans(), []);
});

test('an episode goes from the first attended session to the last contact, in whatever order they came', () => {
  assert.deepEqual(spans(after(9), after(0), after(4)), [[FIRST, addDays(FIRST, 9)]]);
  assert.deepEqual(spans(after(0)), [[FIRST, FIRST]]);
});

test('30 days without contact end it, and a later session begins a new one; 29 do not', () => {
  assert.deepEqual(spans(after(0), after(29)), [[FIRST, addDays(FIRST, 29)]]);
  assert.deepEqual(spans(after(0), after(30), after(31)), [
    [FIRST, FIRST],
    [addDays(FIRST, 30), addDays(FIRST, 31)],
  ]);
});

test('an assessment begins nothing: who came to no more was not admitted', () => {
  const assessment = (days: number) => after(days, { kind: 'assessment' });
  assert.deepEqual(spans(assessment(0)), []);
  assert.deepEqual(spans(assessment(0), after(3)), [[addDays(FIRST, 3), addDays(FIRST, 3)]]);
  // In the course of treatment it is a contact like any other.
  assert.deepEqual(spans(after(0), assessment(20), after(40)), [[FIRST, addDays(FIRST, 40)]]);
  assert.deepEqual(spans(after(0), assessment(40)), [[FIRST, FIRST]]);
});

test('of those named the most frequent, else the one named last, else the lowest key', () => {
  const named = (...names: [name: string | null, at: number][]) =>
    mostNamed(
      names.map(([name, startsAt]) => ({ name, startsAt })),
      ({ name }) => name,
      (name) => name,
    );
  assert.equal(named(['b', 1], ['a', 2], ['b', 3]), 'b');
  assert.equal(named(['b', 1], ['a', 2]), 'a');
  assert.equal(named(['b', 2], ['a', 1]), 'b');
  assert.equal(named(['b', 1], ['a', 1]), 'a');
  assert.equal(named([null, 3], [null, 2], ['a', 1]), 'a');
  assert.equal(named([null, 3]), null);
});
