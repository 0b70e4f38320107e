import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SpecimenResult } from '../drug-tests/specimen.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { at, contact, session, someone } from './client-facts.fixture.ts';
import type { ClientFacts } from './client-facts.ts';
import { clientTasks } from './client-tasks.ts';
import type { TaskRule } from './task.contract.ts';

const NOON = at('2026-11-18T17:00:00Z');
const tasks = (part: Partial<ClientFacts>, asOf = NOON, rules = PROGRAM_DEFAULTS) =>
  clientTasks(someone(part), asOf, rules);
const keys = (part: Partial<ClientFacts>, asOf = NOON) => tasks(part, asOf).map(({ key }) => key);
const one = (rule: TaskRule, part: Partial<ClientFacts>, rules = PROGRAM_DEFAULTS) => {
  const found = tasks(part, NOON, rules).find((task) => task.rule === rule);
  assert.ok(found, `${rule} of ${keys(part).join()}`);
  return found;
};

test('nothing asks for anything: no tasks', () => assert.deepEqual(keys({}), []));

test('outreach is due 24 hours after the start of the first miss that nobody answered', () => {
  const sessions = [session('tue', '2026-11-17'), session('wed', '2026-11-18')];
  const { dueAt, key, what, evidence, ownerId } = one('outreach', { sessions });
  assert.equal(new Date(dueAt).toISOString(), '2026-11-18T14:00:00.000Z');
  assert.deepEqual(
    [key, what, evidence, ownerId],
    ['outreach:tue', 'Outreach after 2 misses', 'No-show Tue 17 Nov', 'ruth'],
  );
});

test('what was due before outreach was logged here is named by no task while something later is', () => {
  const sessions = [session('mon', '2026-11-16'), session('tue', '2026-11-17')];
  const asked = (outreachLoggedSince: number | null, asOf: string) =>
    tasks({ sessions, outreachLoggedSince }, at(asOf))
      .filter(({ rule }) => rule === 'outreach')
      .map(({ key, evidence, dueAt }) => [key, evidence, new Date(dueAt).toISOString()]);
  const tuesday = [['outreach:tue', 'No-show Tue 17 Nov', '2026-11-18T14:00:00.000Z']];
  assert.deepEqual(asked(null, '2026-11-18T13:00:00Z'), tuesday);
  assert.deepEqual(asked(at('2026-11-18T12:00:00Z'), '2026-11-18T17:00:00Z'), tuesday);
});

test('where nothing else was missed it is asked for today, since nothing says that it is late', () => {
  const sessions = [session('mon', '2026-11-16')];
  const { key, evidence, dueOn, byTheHour } = one('outreach', {
    sessions,
    outreachLoggedSince: null,
  });
  assert.deepEqual(
    [key, evidence, dueOn, byTheHour],
    ['outreach:mon', 'No-show Mon 16 Nov, before outreach was logged here', '2026-11-18', false],
  );
});

test('any attempt answers the misses before it, and none after it', () => {
  const sessions = [session('tue', '2026-11-17'), session('wed', '2026-11-18')];
  const answered = contact({ at: at('2026-11-17T18:00:00Z') });
  assert.ok(keys({ sessions, contacts: [answered] }).includes('outreach:wed'));
  const both = contact({ at: at('2026-11-18T16:00:00Z') });
  assert.ok(!keys({ sessions, contacts: [both] }).some((key) => key.startsWith('outreach')));
});

test('the supervisor’s steps belong to the supervisor, and to the counselor where there is none', () => {
  const seen = { at: at('2026-11-11T14:00:00Z'), recordId: 'seen' };
  const { key, ownerId, dueOn } = one('supervisor', { seen });
  assert.deepEqual([key, ownerId, dueOn], ['supervisor:seen', 'vera', '2026-11-18']);
  assert.equal(one('supervisor', { seen, supervisorId: null }).ownerId, 'ruth');
});

test('another absence is another task; the same one keeps its key from day to day', () => {
  const seen = (recordId: string) => ({ at: at('2026-11-01T14:00:00Z'), recordId });
  assert.deepEqual(keys({ seen: seen('a') }), ['supervisor:a', 'written:a']);
  assert.deepEqual(keys({ seen: seen('a'), today: '2026-11-20' }), ['supervisor:a', 'written:a']);
  assert.deepEqual(keys({ seen: seen('b') }), ['supervisor:b', 'written:b']);
});

test('a letter that was logged is what the fourteenth day asks for', () => {
  const seen = { at: at('2026-11-04T14:00:00Z'), recordId: 'a' };
  const letter = contact({ mode: 'letter', result: 'sent' });
  assert.deepEqual(keys({ seen, contacts: [letter] }), ['supervisor:a']);
});

test('thirty days are reviewed by a person, dated to the last contact', () => {
  const seen = { at: at('2026-10-19T14:00:00Z'), recordId: 'a' };
  const { evidence } = one('discharge-review', { seen });
  assert.equal(evidence, '30 days without contact; dated to Mon 19 Oct');
});

const lastHold = { startsOn: '2026-11-10', endsOn: '2026-11-17', words: null, recordIds: [] };

test('a hold that ended asks for the return within 24 hours of the day, and says that no reason is known', () => {
  const { dueAt, evidence } = one('return', { lastHold });
  assert.equal(new Date(dueAt).toISOString(), '2026-11-18T05:00:00.000Z');
  assert.equal(evidence, 'Hold ended Tue 17 Nov, reason not recorded');
  const inHospital = { ...lastHold, words: 'On hold: in hospital' };
  assert.match(one('return', { lastHold: inHospital }).evidence, /On hold: in hospital$/);
});

test('the return is due 24 hours on, also on the day the clocks go back', () => {
  const { dueAt } = one('return', { lastHold: { ...lastHold, endsOn: '2026-11-01' }, seen: null });
  // Sunday has 25 hours in New York: it begins at 4:00 UTC.
  assert.equal(new Date(dueAt).toISOString(), '2026-11-02T04:00:00.000Z');
});

test('whoever was seen or tried since the hold ended has been seen to', () => {
  const seen = { at: at('2026-11-17T05:00:00Z'), recordId: 'a' };
  assert.deepEqual(keys({ lastHold, seen }), []);
  assert.deepEqual(keys({ lastHold, contacts: [contact()] }), []);
  assert.deepEqual(keys({ lastHold, onHold: true }), []);
});

test('what was agreed is due on its day; a later contact takes its place', () => {
  const agreed = contact({ id: 'c1', nextStep: 'Call the mother', nextStepOn: '2026-11-19' });
  assert.deepEqual(keys({ contacts: [agreed] }), ['next-step:c1']);
  assert.deepEqual(keys({ contacts: [agreed, contact({ id: 'c2', at: agreed.at + 1 })] }), []);
});

const score = (total: number, before: number) => [
  {
    instrument: 'phq-9' as const,
    last: { day: '2026-11-16', total, recordIds: ['new'] },
    before: { day: '2026-11-02', total: before, recordIds: ['old'] },
  },
];

test('a score that changed reliably is looked at, in either direction, a smaller change is not', () => {
  assert.equal(one('score', { scores: score(16, 10) }).what, 'PHQ-9 16, from 10');
  assert.deepEqual(keys({ scores: score(10, 16) }), ['score:client:phq-9:2026-11-16']);
  assert.deepEqual(keys({ scores: score(15, 10) }), []);
  assert.deepEqual(keys({ scores: score(16, 10), resultsSince: '2026-11-17' }), []);
});

const phq = (day: string) => ({
  measured: [{ instrument: 'phq-9' as const, day, recordIds: ['last'] }],
});

test('a measure is due from the day its interval has passed on; a later score closes it', () => {
  assert.deepEqual(keys(phq('2026-11-05')), []);
  const due = one('measure', phq('2026-11-04'));
  assert.deepEqual(
    [due.what, due.evidence, due.dueOn, due.ownerId, due.recordIds],
    ['PHQ-9 due', 'last 4 Nov, every 14 days', '2026-11-18', 'ruth', ['last']],
  );
  assert.deepEqual(keys(phq('2026-11-18')), []);
});

test('an interval is of days, also where the clocks go back in it', () => {
  const { dueOn, dueAt } = one('measure', phq('2026-10-25'));
  assert.deepEqual([dueOn, dueAt], ['2026-11-08', at('2026-11-09T05:00:00Z')]);
});

test('what was last given before this stay is not due, nor what has no interval, nor on hold', () => {
  assert.deepEqual(keys(phq('2026-10-04')), []);
  assert.equal(keys(phq('2026-10-05')).length, 1);
  assert.deepEqual(keys({ ...phq('2026-10-05'), onHold: true }), []);
  const dast = { instrument: 'dast-10' as const, day: '2026-10-05', recordIds: [] };
  assert.deepEqual(keys({ measured: [dast] }), []);
});

test('of the forms of one instrument the last one given goes on', () => {
  const bam = { instrument: 'bam' as const, day: '2026-10-06', recordIds: [] };
  const weekly = { instrument: 'bam-iop' as const, day: '2026-11-13', recordIds: [] };
  assert.deepEqual(keys({ measured: [bam] }), ['measure:client:bam:2026-10-06']);
  assert.deepEqual(keys({ measured: [bam, weekly] }), []);
});

const authorization = (endsOn: string | null, units: number | null, visits: number) => ({
  authorization: {
    recordId: 'auth',
    coverageId: null,
    startsOn: '2026-11-02',
    endsOn,
    units,
    usedDays: Array.from({ length: visits }, (_, i) => ({
      day: `2026-11-0${i + 2}`,
      minutes: 180,
    })),
  },
});

test('an authorization is somebody’s task 7 days before its end, or with 3 visits left', () => {
  assert.deepEqual(keys(authorization('2026-11-26', 12, 4)), []);
  assert.deepEqual(keys(authorization('2026-11-25', 12, 4)), ['authorization:auth']);
  assert.deepEqual(keys(authorization('2026-12-31', 8, 4)), []);
  const { evidence, dueOn } = one('authorization', authorization('2026-12-31', 7, 4));
  assert.deepEqual([evidence, dueOn], ['ends 31 Dec, 3 visits left', '2026-12-31']);
});

test('it is due on the day it will be used up, where that comes first', () => {
  const bookedDays = ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'].map((day) => ({
    day,
    minutes: 180,
  }));
  const { evidence, dueOn } = one('authorization', {
    ...authorization('2026-12-31', 8, 4),
    bookedDays,
  });
  assert.deepEqual([evidence, dueOn], ['used up 24 Nov, ends 31 Dec, 4 visits left', '2026-11-24']);
});

test('by the hour, the task says the hours that are left and the visits they pay for', () => {
  const rules = { ...PROGRAM_DEFAULTS, payerUnit: 3 };
  const { evidence } = one('authorization', authorization('2026-12-31', 20, 4), rules);
  assert.equal(evidence, 'ends 31 Dec, 8 hours left, 2 visits');
});

test('an authorization that reaches to the planned discharge, or of somebody away, asks for nothing', () => {
  const ends = authorization('2026-11-25', 12, 4);
  const plan = { planId: 'plan', endsOn: '2026-11-25', hasSuccessor: true };
  assert.deepEqual(keys({ ...ends, plan }), []);
  assert.deepEqual(keys({ ...ends, plan: { ...plan, endsOn: '2026-11-26' } }), [
    'authorization:auth',
  ]);
  assert.deepEqual(keys({ ...ends, onHold: true }), []);
});

test('an end or units that nobody knows are not expired', () => {
  assert.deepEqual(keys(authorization(null, null, 9)), []);
  assert.match(one('authorization', authorization(null, 3, 0)).evidence, /^end unknown, 3 visits/);
  assert.match(one('authorization', authorization(null, 3, 4)).evidence, /0 visits left$/);
});

test('on hold and after a death nobody is asked to reach out', () => {
  const sessions = [session('tue', '2026-11-17')];
  assert.deepEqual(keys({ sessions, onHold: true }), []);
  assert.deepEqual(keys({ sessions, deceased: true, scores: score(20, 5) }), []);
});

const specimen = (part: Partial<SpecimenResult>) => ({
  specimens: [
    {
      collectedOn: '2026-11-16',
      collectedAt: '2026-11-16T15:00:00.000Z',
      state: 'reported' as const,
      recordIds: ['uds'],
      results: [
        { analyte: 'fentanyl', detected: true, confirmed: false, expectation: null, ...part },
      ],
    },
  ],
});

test('an unexpected result is looked at, whichever way it is unexpected; an expected one is not', () => {
  const { evidence, dueOn } = one('drug-test', specimen({ expectation: 'unexpected-positive' }));
  assert.deepEqual([evidence, dueOn], ['Fentanyl, Mon 16 Nov', '2026-11-23']);
  const missing = {
    analyte: 'buprenorphine',
    detected: false,
    expectation: 'unexpected-negative' as const,
  };
  assert.match(one('drug-test', specimen(missing)).evidence, /^Buprenorphine not detected/i);
  assert.deepEqual(keys(specimen({ expectation: 'expected-positive' })), []);
  assert.deepEqual(keys(specimen({ expectation: null })), []);
});

const plan = (endsOn: string, hasSuccessor = false) => ({
  plan: { planId: 'p', endsOn, hasSuccessor },
});

test('a plan is reviewed 7 days before it ends, unless the next one is there', () => {
  assert.deepEqual(keys(plan('2026-11-26')), []);
  assert.deepEqual(keys(plan('2026-11-25')), ['plan-review:p']);
  assert.deepEqual(keys(plan('2026-11-25', true)), []);
});
