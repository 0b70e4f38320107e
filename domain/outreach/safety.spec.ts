import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { consentFor } from './crisis-contacts.ts';
import { at } from './client-facts.fixture.ts';
import {
  answerSignals,
  deathSignals,
  medicationSignals,
  type PrescribedSupply,
} from './safety-signal.ts';
import { type SafetyEntry, safetyState } from './safety-task.ts';

const answered = (instrument: 'phq-9' | 'c-ssrs' | 'gad-7', answers: Record<string, number>) =>
  answerSignals([{ instrument, day: '2026-11-17', at: null, answers, recordIds: ['r'] }]).map(
    ({ what }) => what,
  );

test('PHQ-9 item 9 from 1 on, C-SSRS from moderate on; nothing of other forms', () => {
  assert.deepEqual(answered('phq-9', { 9: 0 }), []);
  assert.deepEqual(answered('phq-9', { 9: 1 }), ['PHQ-9 item 9: 1']);
  assert.deepEqual(answered('phq-9', {}), []);
  assert.deepEqual(answered('c-ssrs', { 1: 1, 2: 1, 6: 0 }), []);
  assert.deepEqual(answered('c-ssrs', { 3: 1 }), ['C-SSRS moderate risk']);
  assert.deepEqual(answered('c-ssrs', { 4: 1 }), ['C-SSRS high risk']);
  assert.deepEqual(answered('gad-7', { 1: 3 }), []);
});

const supply = (part: Partial<PrescribedSupply> = {}): PrescribedSupply => ({
  recordId: 'm1',
  medication: 'buprenorphine',
  startsOn: '2026-11-01',
  endsOn: '2026-11-16',
  supplyEndsOn: '2026-11-16',
  stopped: false,
  ...part,
});
const gaps = (...supplies: PrescribedSupply[]) =>
  medicationSignals(supplies, false).map(({ what, aroseOn }) => `${what} ${aroseOn}`);

test('a supply that ends with none after it is a signal from the next day on', () => {
  assert.deepEqual(gaps(supply()), ['No buprenorphine supply 2026-11-17']);
});

test('the next supply covers from the next day on, not from the one after; a change of medication covers', () => {
  const next = (startsOn: string, medication: 'buprenorphine' | 'methadone' = 'buprenorphine') =>
    gaps(supply(), supply({ recordId: 'm2', startsOn, medication, supplyEndsOn: null }));
  assert.deepEqual(next('2026-11-17'), []);
  assert.deepEqual(next('2026-11-17', 'methadone'), []);
  assert.deepEqual(next('2026-11-18'), ['No buprenorphine supply 2026-11-17']);
});

test('what was stopped, what has no known end, and other medication is none', () => {
  assert.deepEqual(gaps(supply({ stopped: true })), []);
  assert.deepEqual(gaps(supply({ supplyEndsOn: null })), []);
  assert.deepEqual(gaps(supply({ medication: 'acamprosate' })), []);
});

test('naltrexone is watched where opioid use disorder is diagnosed, and nowhere else', () => {
  const naltrexone = [supply({ medication: 'naltrexone' })];
  assert.deepEqual(medicationSignals(naltrexone, false), []);
  assert.equal(medicationSignals(naltrexone, true)[0]?.what, 'No naltrexone supply');
});

test('a gap says from when the next supply covers, and that none does', () => {
  const from = (...others: PrescribedSupply[]) =>
    medicationSignals([supply(), ...others], false)[0]?.coveredFrom;
  assert.equal(from(), null);
  assert.equal(
    from(supply({ recordId: 'm2', startsOn: '2026-11-20', supplyEndsOn: null })),
    '2026-11-20',
  );
});

test('two records of one supply are one signal', () => {
  assert.equal(gaps(supply(), supply({ recordId: 'm2' })).length, 1);
});

test('a possible death is one signal, however many bookings were cancelled for it', () => {
  const records = { deceased: false, diedOn: null, reportedOn: '2026-11-17' };
  assert.deepEqual(deathSignals({ ...records, recordIds: [] }), []);
  assert.deepEqual(
    deathSignals({ ...records, recordIds: ['a', 'b'] }).map(({ key, aroseOn }) => [key, aroseOn]),
    [['death', '2026-11-17']],
  );
});

const KNOWN = at('2026-11-18T13:00:00Z');
const MINUTE = 60_000;
const entry = (act: SafetyEntry['act'], minutes: number): SafetyEntry => ({
  id: act,
  act,
  by: 'Ruth',
  at: KNOWN + minutes * MINUTE,
});
const state = (minutes: number, ...entries: SafetyEntry[]) =>
  safetyState(KNOWN, entries, KNOWN + minutes * MINUTE, PROGRAM_DEFAULTS);

test('not acknowledged within 60 minutes it goes to the person on call, not a moment before', () => {
  assert.equal(state(59.999).escalated, false);
  assert.equal(state(60).escalated, true);
  assert.equal(state(120, entry('acknowledged', 59.999)).escalated, false);
  assert.equal(state(120, entry('acknowledged', 60)).escalated, true);
});

test('acknowledged is not assessed, and no time closes it', () => {
  const year = 365 * 24 * 60;
  assert.equal(state(year).assessed, null);
  assert.equal(state(year, entry('acknowledged', 5)).assessed, null);
  assert.notEqual(state(year, entry('assessed', 5)).assessed, null);
});

test('who assesses has taken it on; what is opened again is open', () => {
  assert.equal(state(120, entry('assessed', 30)).escalated, false);
  const reopened = state(120, entry('assessed', 30), entry('reopened', 31));
  assert.equal(reopened.assessed, null);
  assert.equal(reopened.acknowledged?.at, KNOWN + 30 * MINUTE);
});

test('an hour is sixty minutes also in the night the clocks go back', () => {
  const known = at('2026-11-01T05:30:00Z');
  const on = (minutes: number) =>
    safetyState(known, [], known + minutes * MINUTE, PROGRAM_DEFAULTS).escalated;
  assert.deepEqual([on(59), on(60)], [false, true]);
});

const TODAY = '2026-11-18';
const consent = (part: object = {}) => ({
  recordId: 'c',
  status: 'active',
  startsOn: '2026-10-05',
  endsOn: TODAY,
  recipients: [{ partyId: 'mother', permitted: true }],
  ...part,
});
const mayTell = (...consents: ReturnType<typeof consent>[]) =>
  consentFor('mother', consents, TODAY) !== null;

test('a support person is named only under a consent that holds today', () => {
  assert.equal(mayTell(), false);
  assert.equal(mayTell(consent()), true);
  assert.equal(mayTell(consent({ endsOn: '2026-11-17' })), false);
  assert.equal(mayTell(consent({ startsOn: '2026-11-19' })), false);
  assert.equal(mayTell(consent({ status: 'inactive' })), false);
  assert.equal(mayTell(consent({ endsOn: null })), true);
  assert.equal(mayTell(consent({ recipients: [{ partyId: 'brother', permitted: true }] })), false);
});

test('a refusal that names the person outweighs a permission', () => {
  const refused = consent({ recipients: [{ partyId: 'mother', permitted: false }] });
  assert.equal(mayTell(consent(), refused), false);
});
