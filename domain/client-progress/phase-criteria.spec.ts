import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CriteriaFacts, phaseCriteria } from './phase-criteria.ts';

const NOTHING: CriteriaFacts = {
  today: '2026-11-18',
  monday: '2026-11-16',
  sessions: [],
  risks: [],
  goals: [],
  specimens: [],
  referrals: [],
  supports: [],
};
const RULES = { phaseAttendance: 0.8, phaseTestDays: 21 };
const found = (phase: number, id: string, facts: Partial<CriteriaFacts>) => {
  const criteria = phaseCriteria(phase, 3, { ...NOTHING, ...facts }, RULES);
  const criterion = criteria.find((one) => one.id === id);
  return criterion && `${criterion.state}: ${criterion.evidence}`;
};
const sessions = (monday: string, ...statuses: string[]) =>
  statuses.map((status, index) => ({ monday, status, recordId: `${monday}-${index}` }));

test('four of five sessions of the two last full weeks are 80 %, and three of four are not', () => {
  const eight = ['attended', 'attended-late', 'attended', 'left-early', 'no-show'];
  assert.equal(
    found(1, 'attendance', { sessions: sessions('2026-11-09', ...eight) }),
    'met: 4 of 5 sessions',
  );
  assert.equal(
    found(1, 'attendance', {
      sessions: sessions('2026-11-02', 'attended', 'attended', 'attended', 'excused'),
    }),
    'not-met: 3 of 4 sessions',
  );
});

test('neither this week nor the third last counts, and what nobody recorded leaves it open', () => {
  const kept = sessions('2026-11-09', 'attended');
  const others = [...sessions('2026-11-16', 'no-show'), ...sessions('2026-10-26', 'no-show')];
  assert.equal(found(1, 'attendance', { sessions: [...kept, ...others] }), 'met: 1 of 1 sessions');
  const open = sessions('2026-11-09', 'attended', 'unrecorded');
  assert.equal(
    found(1, 'attendance', { sessions: open }),
    'not-enough-records: 1 of 1 sessions, 1 not recorded',
  );
  const unexplained = sessions('2026-11-09', 'attended', 'cancelled-unknown');
  assert.match(found(1, 'attendance', { sessions: unexplained }) ?? '', /^not-enough-records/);
  assert.equal(found(1, 'attendance', {}), 'not-enough-records: no session counted');
});

test('an unexpected result of the 21 days is said with its day; the day before them no longer counts', () => {
  const test = (collectedOn: string, state: string, unexpected = false) => ({
    collectedOn,
    state,
    unexpected,
    recordIds: ['t'],
  });
  const clean = test('2026-11-10', 'reported');
  assert.equal(
    found(2, 'tests', { specimens: [clean, test('2026-10-29', 'reported', true)] }),
    'not-met: last 29 Oct',
  );
  assert.equal(
    found(2, 'tests', { specimens: [clean, test('2026-10-28', 'reported', true)] }),
    'met: 1 valid',
  );
  const unclear = [clean, test('2026-11-12', 'dilute'), test('2026-11-17', 'pending')];
  assert.equal(
    found(2, 'tests', { specimens: unclear }),
    'not-enough-records: 1 valid, 1 dilute, 1 pending',
  );
  // A refusal is no unexpected result, whatever it would have shown.
  assert.equal(
    found(2, 'tests', { specimens: [test('2026-11-12', 'refused', true)] }),
    'not-enough-records: 0 valid, 1 refused',
  );
});

test('most of the goals that were judged are improving; half are not most', () => {
  const goals = (...judged: (string | null)[]) =>
    judged.map((achievement, index) => ({ achievement, recordId: `g${index}` }));
  assert.equal(
    found(2, 'goals', { goals: goals('improving', 'achieved', 'no-change', null) }),
    'met: 2 of 3 goals',
  );
  assert.equal(
    found(2, 'goals', { goals: goals('improving', 'worsening') }),
    'not-met: 1 of 2 goals',
  );
  assert.equal(found(2, 'goals', { goals: goals(null) }), 'not-enough-records: no goal was judged');
});

test('the last phase asks for aftercare and supports, and says how far a referral is', () => {
  const referral = { step: 'accepted', booked: null, recordId: 'r' };
  assert.equal(
    found(3, 'aftercare', { referrals: [referral] }),
    'not-met: referral accepted, nothing booked',
  );
  assert.equal(
    found(3, 'aftercare', { referrals: [{ ...referral, booked: '2026-12-01' }] }),
    'met: 1 Dec',
  );
  assert.equal(found(3, 'aftercare', {}), 'not-met: no referral sent');
  assert.equal(found(3, 'supports', { supports: [{ recordId: 's' }] }), 'met: 1 on record');
  assert.equal(found(1, 'aftercare', {}), undefined);
});

test('what no record could say is never met', () => {
  assert.match(found(1, 'plan-signed', {}) ?? '', /^not-enough-records/);
  assert.match(found(2, 'prevention-plan', {}) ?? '', /^not-enough-records/);
  assert.equal(found(1, 'risk', {}), 'met: none is open');
  assert.equal(
    found(1, 'risk', { risks: [{ words: 'PHQ-9 item 9: 1', recordIds: ['s'] }] }),
    'not-met: PHQ-9 item 9: 1',
  );
});
