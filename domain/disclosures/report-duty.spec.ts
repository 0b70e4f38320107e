import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answeredBy, nextDue, REPORT_INTERVALS, reportPeriod } from './report-duty.ts';

const monthly = { every: 'month', dueOn: '2026-08-31' } as const;

test('the next one is due an interval after the one that was answered, on the same day of the month', () => {
  assert.equal(nextDue(monthly, null), '2026-08-31');
  assert.equal(nextDue(monthly, '2026-08-31'), '2026-09-30');
  assert.equal(nextDue(monthly, '2026-09-30'), '2026-10-31');
  assert.equal(nextDue({ every: 'week', dueOn: '2026-11-02' }, '2026-11-02'), '2026-11-09');
  assert.equal(nextDue({ every: 'once', dueOn: '2026-11-02' }, null), '2026-11-02');
  assert.equal(nextDue({ every: 'once', dueOn: '2026-11-02' }, '2026-11-02'), null);
});

test('one report answers all that came due by then, and the next one where it is early', () => {
  assert.equal(answeredBy(monthly, null, '2026-11-18'), '2026-10-31');
  assert.equal(answeredBy(monthly, null, '2026-08-20'), '2026-08-31');
  assert.equal(answeredBy(monthly, '2026-10-31', '2026-11-18'), '2026-11-30');
  assert.equal(
    answeredBy({ every: 'once', dueOn: '2026-11-02' }, '2026-11-02', '2026-11-18'),
    null,
  );
});

test('it tells of the days since the last one, never of any before admission', () => {
  const of = (toldUpTo: string | null, admittedOn: string) =>
    reportPeriod(monthly, { toldUpTo, admittedOn, today: '2026-11-18' });
  assert.deepEqual(of('2026-11-01', '2026-10-05'), { from: '2026-11-02', to: '2026-11-18' });
  assert.deepEqual(of(null, '2026-10-05'), { from: '2026-10-19', to: '2026-11-18' });
  assert.deepEqual(of(null, '2026-11-09'), { from: '2026-11-09', to: '2026-11-18' });
  assert.deepEqual(of('2026-11-18', '2026-10-05'), { from: '2026-11-18', to: '2026-11-18' });
});

test('law: what a report answers is never due again, and the next lies after today or after it', () => {
  const day = fc
    .integer({ min: 0, max: 800 })
    .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom(...REPORT_INTERVALS), day, day, (every, dueOn, today) => {
      const duty = { every, dueOn };
      const answered = answeredBy(duty, null, today);
      assert.ok(answered !== null);
      const next = nextDue(duty, answered);
      assert.ok(next === null || (next > answered && next > today));
    }),
  );
});
