import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cameOf } from '../measures/came-of-it.ts';
import { measureOf } from '../measures/catalogue.ts';
import type { DischargeMeasure } from '../measures/after-discharge.ts';
import { BOOKED_BEFORE_DISCHARGE } from '../measures/booked-before-discharge.ts';
import { DAYS_TO_FIRST_APPOINTMENT } from '../measures/days-to-first-appointment.ts';
import { MEDICATION_GAP_WEEK, MEDICATION_UNINTERRUPTED } from '../measures/medication-gap.ts';
import {
  type Discharge,
  firstAppointment,
  type OnwardReferral,
  type OnwardVisit,
} from './discharge.ts';

const left: Discharge = {
  today: '2026-11-18',
  endedOn: '2026-09-01',
  reason: 1,
  level: '2.1',
  referrals: [],
  entries: [],
  gaps: null,
  admissions: [],
};
const visit = (
  on: string,
  outcome: string | null,
  bookedOn: string | null = null,
): OnwardVisit => ({
  recordId: `visit-${on}`,
  on,
  begun: on <= left.today,
  outcome,
  bookedOn,
});
const referral = (...visits: OnwardVisit[]): OnwardReferral => ({
  recordId: 'referral',
  isDraft: false,
  sentOn: '2026-08-20',
  to: 'Riverbend Counseling',
  step: 'accepted',
  visits,
});
const kept = (on: string): Discharge => ({ ...left, referrals: [referral(visit(on, 'attended'))] });
const counts = (id: string, discharge: Discharge) =>
  (measureOf(id) as DischargeMeasure).formula(discharge);
const says = (milestone: 'first-kept' | 'appointment-booked', on: string, status = 'done') => ({
  says: { milestone, status, on, destination: 'Cedar House', toldBy: 'Joy', note: null } as never,
});

test('a first appointment counts up to its last day, and not on the day after', () => {
  assert.equal(counts('linkage-kept-7-referred', kept('2026-09-08')), 'yes');
  assert.equal(counts('linkage-kept-7-referred', kept('2026-09-09')), 'no');
  assert.equal(counts('linkage-kept-14-referred', kept('2026-09-15')), 'yes');
  assert.equal(counts('linkage-kept-14-referred', kept('2026-09-16')), 'no');
  assert.equal(counts('linkage-kept-30-referred', kept('2026-10-01')), 'yes');
  assert.equal(counts('linkage-kept-30-referred', kept('2026-10-02')), 'no');
});

test('whose days are not over is left out, however soon they were seen', () => {
  const soon = { ...kept('2026-09-02'), today: '2026-09-08' };
  assert.equal(counts('linkage-kept-7-live', soon), 'too-soon');
  assert.equal(counts('linkage-kept-7-live', { ...soon, today: '2026-09-09' }), 'yes');
});

test('who was referred, who left as planned, and everybody alive are three rates', () => {
  const without = { ...left };
  assert.equal(counts('linkage-kept-14-referred', without), 'not-of-it');
  assert.equal(counts('linkage-kept-14-planned', without), 'no');
  const early = { ...left, reason: 2 as const };
  assert.equal(counts('linkage-kept-14-planned', early), 'not-of-it');
  assert.equal(counts('linkage-kept-14-live', early), 'no');
  const died = { ...left, reason: 6 as const };
  assert.equal(counts('linkage-kept-14-live', died), 'not-of-it');
  assert.equal(cameOf(died), 'died');
});

test('without a recorded reason nobody knows whether it was planned', () => {
  const unknown = { ...left, reason: null };
  assert.equal(counts('linkage-kept-14-planned', unknown), 'not-known');
  assert.equal(counts('linkage-kept-14-live', unknown), 'no');
});

test('missed is booked and not kept; called off is neither; not told is not known', () => {
  const of = (outcome: string | null) => ({
    ...left,
    referrals: [referral(visit('2026-09-05', outcome))],
  });
  assert.equal(counts('linkage-booked-7-live', of('no-show')), 'yes');
  assert.equal(counts('linkage-kept-7-live', of('no-show')), 'no');
  assert.equal(counts('linkage-booked-7-live', of('by-client')), 'no');
  assert.equal(counts('linkage-booked-7-live', of(null)), 'yes');
  assert.equal(counts('linkage-kept-7-live', of(null)), 'not-known');
  assert.deepEqual([of('no-show'), of('by-client'), of(null)].map(cameOf), [
    'booked',
    'none',
    'not-known',
  ]);
});

test('of several appointments the first that was kept counts', () => {
  const found = firstAppointment({
    ...left,
    referrals: [
      referral(
        visit('2026-09-20', 'attended'),
        visit('2026-09-05', 'no-show'),
        visit('2026-09-12', 'attended-late'),
      ),
    ],
  });
  assert.equal(found.keptOn, '2026-09-12');
  assert.equal(found.bookedFor, '2026-09-12');
});

test('a referral that was declined is none', () => {
  const declined = { ...left, referrals: [{ ...referral(), step: 'declined' }] };
  assert.equal(counts('linkage-booked-14-referred', declined), 'not-of-it');
});

test('what staff wrote counts where the source says nothing, the last entry of a milestone alone', () => {
  const written = { ...left, entries: [says('first-kept', '2026-09-06')] };
  assert.equal(counts('linkage-kept-7-referred', written), 'yes');
  assert.equal(firstAppointment(written).to, 'Cedar House');
  const missed = {
    ...left,
    entries: [...written.entries, says('first-kept', '2026-09-06', 'in-progress')],
  };
  assert.equal(counts('linkage-kept-7-live', missed), 'no');
});

test('a date was given before discharge, after it, or nothing says when', () => {
  const bookedOn = (day: string | null) =>
    BOOKED_BEFORE_DISCHARGE.formula({
      ...left,
      referrals: [referral(visit('2026-09-05', 'no-show', day))],
    });
  assert.equal(bookedOn('2026-09-01'), 'yes');
  assert.equal(bookedOn('2026-09-02'), 'no');
  assert.equal(bookedOn(null), 'not-known');
});

test('days to the first appointment: none waited before leaving, no date is no number', () => {
  assert.equal(DAYS_TO_FIRST_APPOINTMENT.formula(kept('2026-09-12')), 11);
  assert.equal(DAYS_TO_FIRST_APPOINTMENT.formula(kept('2026-08-30')), 0);
  assert.equal(DAYS_TO_FIRST_APPOINTMENT.formula(left), null);
});

test('a gap of seven days is one, and is not too long', () => {
  const gap = (to: string) => ({
    ...left,
    gaps: [{ medication: 'buprenorphine', from: '2026-09-03', to }],
  });
  assert.equal(MEDICATION_UNINTERRUPTED.formula(gap('2026-09-03')), 'no');
  assert.equal(MEDICATION_GAP_WEEK.formula(gap('2026-09-09')), 'yes');
  assert.equal(MEDICATION_GAP_WEEK.formula(gap('2026-09-10')), 'no');
  assert.equal(MEDICATION_UNINTERRUPTED.formula({ ...left, gaps: [] }), 'yes');
  assert.equal(MEDICATION_UNINTERRUPTED.formula(left), 'not-of-it');
});

test('back at the same or a higher level by the last day; on the day of discharge treatment goes on', () => {
  const back = (on: string, level: string | null) =>
    counts('readmission-30', { ...left, admissions: [{ on, level }] });
  assert.equal(back('2026-10-01', '2.1'), 'yes');
  assert.equal(back('2026-10-02', '2.1'), 'no');
  assert.equal(back('2026-09-10', '1.0'), 'no');
  assert.equal(back('2026-09-10', '3.7'), 'yes');
  assert.equal(back('2026-09-10', null), 'not-known');
  assert.equal(back('2026-09-01', '2.1'), 'no');
});
