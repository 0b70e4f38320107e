import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { aftercareCard, stageWith } from './aftercare-card.ts';
import type { AftercareCard } from './aftercare.contract.ts';
import type { AftercareFacts, AftercareReferral, MilestoneEntry } from './aftercare-facts.ts';
import { isUnbooked } from './aftercare-order.ts';
import {
  MILESTONES,
  MILESTONE_STATUSES,
  type MilestoneId,
  type MilestoneStatus,
} from './milestone.ts';

const TODAY = '2026-11-18';
const day = (days: number) => addDays(TODAY, days);
const facts = (more: Partial<AftercareFacts> = {}): AftercareFacts => ({
  today: TODAY,
  admittedOn: day(-40),
  plannedEnd: day(30),
  endedOn: null,
  onHold: false,
  talkedSinceEnd: false,
  followUp: null,
  episodeId: 'e',
  planRecordId: 'plan',
  referrals: [],
  medication: null,
  entries: [],
  ...more,
});
const referral = (more: Partial<AftercareReferral> = {}): AftercareReferral => ({
  recordId: 'r',
  isDraft: false,
  sentOn: day(-10),
  to: 'Riverbend',
  step: 'sent',
  stepRecordId: 't',
  appointment: null,
  consentId: null,
  consentOn: null,
  ...more,
});
const appointment = (
  days: number,
  outcome: string | null = null,
): AftercareReferral['appointment'] => ({
  on: day(days),
  begun: days < 0,
  outcome,
  recordId: 'a',
});
const entry = (
  milestone: MilestoneId,
  status: MilestoneStatus = 'done',
  on = TODAY,
): MilestoneEntry => ({
  id: `${milestone} ${status}`,
  by: 'ruth',
  says: { milestone, status, on, destination: null, toldBy: null, note: null },
});
const card = (more: Partial<AftercareFacts> = {}, rules = PROGRAM_DEFAULTS) =>
  aftercareCard(facts(more), rules);
const of = (id: MilestoneId, more: Partial<AftercareFacts> = {}) => {
  const found = card(more).milestones.find((one) => one.id === id);
  assert.ok(found);
  return found;
};
const handedOff = [entry('warm-hand-off'), entry('summary-sent')];

test('a card stands where the facts of the source and of staff put it', () => {
  const stages = [
    [],
    [referral()],
    [referral({ step: 'accepted' })],
    [referral({ step: 'appointment-booked', appointment: appointment(5) })],
    [referral({ step: null, appointment: appointment(-2, 'attended') })],
  ].map((referrals) => card({ referrals }).stage);
  assert.deepEqual(stages, ['planning', 'referred', 'accepted', 'booked', 'first-kept']);
  const booked = { referrals: [referral({ appointment: appointment(5) })] };
  assert.equal(card({ ...booked, entries: handedOff.slice(0, 1) }).stage, 'booked');
  assert.equal(card({ ...booked, entries: handedOff.slice(1) }).stage, 'booked');
  assert.equal(card({ ...booked, entries: handedOff }).stage, 'handed-off');
});

test('a referral that was declined is none; a second one does not take the first back', () => {
  const refused = card({ referrals: [referral({ step: 'declined' })] });
  assert.equal(refused.stage, 'planning');
  assert.match(
    of('referral-sent', { referrals: [referral({ step: 'declined' })] }).note ?? '',
    /Riverbend/,
  );
  const two = [
    referral({ step: 'accepted' }),
    referral({ recordId: 'later', sentOn: day(-1), to: 'Primary care' }),
  ];
  assert.deepEqual(
    [card({ referrals: two }).stage, card({ referrals: two }).destination],
    ['accepted', 'Riverbend'],
  );
});

test('a date that was called off is none, and a missed one asks for another at once', () => {
  const calledOff = [referral({ appointment: appointment(3, 'by-client') })];
  assert.equal(card({ referrals: calledOff }).stage, 'accepted');
  const missed = card({
    endedOn: day(-4),
    referrals: [referral({ appointment: appointment(-2, 'no-show') })],
  });
  assert.equal(missed.missedOn, day(-2));
  const kept = missed.milestones.find(({ id }) => id === 'first-kept');
  assert.deepEqual([kept?.status, kept?.lateDays], ['in-progress', 2]);
});

test('a first appointment is due on the day that is booked, whoever told it', () => {
  const left = { endedOn: day(-16), plannedEnd: day(-16) };
  const due = (more: Partial<AftercareFacts>) => {
    const { due, lateDays } = of('first-kept', { ...left, ...more });
    return [due, lateDays];
  };
  const written = [entry('appointment-booked', 'done', day(4))];
  assert.deepEqual(due({}), [day(-2), 2]);
  assert.deepEqual(due({ entries: written }), [day(4), 0]);
  assert.deepEqual(due({ entries: [entry('appointment-booked', 'declined')] }), [day(-2), 2]);
  // What the source says is booked stands before what somebody wrote.
  const booked = referral({ appointment: appointment(6) });
  assert.deepEqual(due({ referrals: [booked], entries: written }), [day(6), 0]);
});

test('planning is due by day 14 or by half the planned stay, whichever is sooner', () => {
  const admitted = (days: number, plannedEnd: string | null) => ({
    admittedOn: day(-days),
    plannedEnd,
  });
  assert.equal(of('planning-started', admitted(14, null)).lateDays, 0);
  assert.equal(of('planning-started', admitted(15, null)).lateDays, 1);
  assert.equal(of('planning-started', admitted(10, day(10))).lateDays, 0);
  assert.equal(of('planning-started', admitted(11, day(9))).lateDays, 1);
});

test('others follow the planned discharge date, also when it is moved', () => {
  const due = (plannedEnd: string) => of('appointment-booked', { plannedEnd });
  assert.deepEqual([due(day(7)).lateDays, due(day(6)).lateDays], [0, 1]);
  // A week later than planned: late no longer.
  assert.equal(due(day(13)).due, day(6));
  assert.equal(of('accepted', { plannedEnd: null }).due, null);
  const rules = { ...PROGRAM_DEFAULTS, aftercareBookedDays: 3 };
  const own = card({ plannedEnd: day(6) }, rules).milestones.find(
    ({ id }) => id === 'appointment-booked',
  );
  assert.equal(own?.due, day(3));
});

test('who leaves before the planned day has a plan too: everything is due when they leave', () => {
  const left = { endedOn: day(-1), plannedEnd: day(60) };
  assert.deepEqual(
    [of('referral-sent', left).due, of('referral-sent', left).lateDays],
    [day(-1), 1],
  );
  assert.equal(of('summary-sent', left).due, TODAY);
  assert.equal(of('first-kept', left).due, day(13));
});

test('while a client is away nothing is late', () => {
  assert.ok(card({ plannedEnd: day(1) }).milestones.some(({ lateDays }) => lateDays > 0));
  assert.ok(
    card({ plannedEnd: day(1), onHold: true }).milestones.every(({ lateDays }) => lateDays === 0),
  );
});

test('declined and not applicable are answers; who wants no referral needs no answer to it', () => {
  const none = card({ plannedEnd: day(3), entries: [entry('referral-sent', 'declined')] });
  const status = (id: MilestoneId) => none.milestones.find((one) => one.id === id)?.status;
  assert.deepEqual(
    [status('referral-sent'), status('accepted'), status('first-kept')],
    ['declined', 'not-applicable', 'not-applicable'],
  );
  assert.equal(isUnbooked(none as AftercareCard), false);
  assert.equal(isUnbooked(card({ plannedEnd: day(3) }) as AftercareCard), true);
});

test('what the source says is done stands before what staff wrote, of which the last counts', () => {
  const referrals = [referral({ step: 'accepted' })];
  const entries = [entry('accepted', 'not-started'), entry('level-agreed', 'declined')];
  assert.equal(of('accepted', { referrals, entries }).status, 'done');
  assert.equal(of('level-agreed', { referrals, entries }).entryId, null);
  const twice = [entry('consent-signed', 'in-progress'), entry('consent-signed')];
  assert.equal(of('consent-signed', { entries: twice }).status, 'done');
  // A consent follows from nothing else than a record or somebody's word.
  assert.equal(of('consent-signed', { referrals }).status, 'not-started');
});

test('a day that no supply covers is late from that day on; without such a medication nothing is missing', () => {
  assert.equal(of('medication').status, 'not-applicable');
  const gaps = (to: string) => ({
    medication: { gaps: [{ medication: 'methadone', from: day(-3), to }], recordId: 'm' },
  });
  const open = of('medication', gaps(TODAY));
  assert.deepEqual([open.status, open.lateDays], ['in-progress', 3]);
  assert.equal(of('medication', gaps(day(-1))).status, 'done');
});

test('after the open days a card is followed up while a follow-up is left, then complete; or there is no contact', () => {
  const kept = [referral({ appointment: appointment(-20, 'attended') })];
  const stage = (days: number, more: Partial<AftercareFacts> = {}) =>
    card({ endedOn: day(-days), admittedOn: day(-500), ...more }).stage;
  const left = (isOpen: boolean) => ({
    followUp: { name: '30 days', tryOn: TODAY, isOpen, lateDays: 0 },
  });
  assert.deepEqual(
    [30, 31].map((days) => stage(days, { referrals: kept, ...left(false) })),
    ['first-kept', 'following-up'],
  );
  assert.deepEqual([stage(30), stage(31)], ['planning', 'no-contact']);
  assert.equal(stage(31, { talkedSinceEnd: true, ...left(true) }), 'following-up');
  assert.equal(stage(31, { talkedSinceEnd: true }), 'complete');
  // Nobody has been reached yet: as long as somebody is to try it is not no contact.
  assert.equal(stage(31, left(true)), 'following-up');
  assert.equal(stage(31, left(false)), 'no-contact');
  const booked = (days: number, outcome: string | null = null) => ({
    referrals: [referral({ appointment: appointment(days, outcome) })],
  });
  assert.equal(stage(31, booked(2)), 'booked');
  // What nobody has told is not a missed visit.
  assert.equal(stage(31, booked(-5)), 'booked');
  assert.equal(card({ endedOn: day(-31), ...booked(-5) }).next, 'first-kept');
  // Who missed it is looked for as long again.
  assert.equal(stage(40, booked(-30, 'no-show')), 'booked');
  assert.equal(stage(40, booked(-31, 'no-show')), 'no-contact');
  assert.deepEqual(
    [stage(364, { referrals: kept, ...left(true) }), stage(365, { referrals: kept }), stage(365)],
    ['following-up', 'complete', 'no-contact'],
  );
});

test('once the first appointment is kept, what led to it is no longer late', () => {
  const kept = [referral({ step: null, appointment: appointment(-1, 'attended') })];
  const left = card({ endedOn: day(-10), referrals: kept });
  const late = left.milestones.filter(({ lateDays }) => lateDays > 0).map(({ id }) => id);
  assert.deepEqual([late, left.next], [['summary-sent'], 'summary-sent']);
  const followed = card({
    ...{ endedOn: day(-40), admittedOn: day(-90), referrals: kept },
    followUp: { name: '60 days', tryOn: day(20), isOpen: false, lateDays: 0 },
  });
  assert.deepEqual(
    [followed.stage, followed.next, followed.milestones.some(({ lateDays }) => lateDays > 0)],
    ['following-up', null, false],
  );
});

test('which stage an answer would lead to is what it leads to once written', () => {
  const before = { referrals: [referral({ step: 'accepted' })] };
  for (const [milestone, status] of [
    ['appointment-booked', 'done'],
    ['first-kept', 'done'],
    ['warm-hand-off', 'declined'],
  ] as const) {
    const foretold = stageWith({ ...card(before), today: TODAY } as AftercareCard, {
      milestone,
      status,
      on: TODAY,
    });
    assert.equal(foretold, card({ ...before, entries: [entry(milestone, status)] }).stage);
  }
});

type Heard =
  | { is: 'entry'; milestone: MilestoneId; status: MilestoneStatus }
  | { is: 'step'; step: string }
  | { is: 'appointment'; outcome: string | null };

const events: fc.Arbitrary<Heard[]> = fc.array(
  fc.oneof(
    fc.record({
      is: fc.constant('entry' as const),
      milestone: fc.constantFrom(...MILESTONES.filter((id) => id !== 'discharge-date-set')),
      status: fc.constantFrom(...MILESTONE_STATUSES),
    }),
    fc.record({
      is: fc.constant('step' as const),
      step: fc.constantFrom('sent', 'accepted', 'appointment-booked', 'declined'),
    }),
    fc.record({
      is: fc.constant('appointment' as const),
      outcome: fc.constantFrom(null, 'attended', 'no-show', 'by-client'),
    }),
  ),
  { maxLength: 12 },
);

/** What is known once so many things have happened; an entry that is sent twice is kept once. */
function known(told: readonly Heard[]): Partial<AftercareFacts> {
  const entries = new Map<string, MilestoneEntry>();
  let onward: AftercareReferral | null = null;
  for (const one of told) {
    if (one.is === 'entry') {
      const made = entry(one.milestone, one.status);
      if (!entries.has(made.id)) entries.set(made.id, made);
    } else if (one.is === 'step') onward = { ...(onward ?? referral()), step: one.step };
    else onward = { ...(onward ?? referral()), appointment: appointment(-1, one.outcome) };
  }
  return { entries: [...entries.values()], referrals: onward ? [onward] : [] };
}

test('replaying any prefix of events twice gives the same card', () => {
  fc.assert(
    fc.property(events, fc.nat({ max: 12 }), (told, length) => {
      const prefix = told.slice(0, length);
      assert.deepEqual(card(known([...prefix, ...prefix])), card(known(prefix)));
    }),
  );
});
