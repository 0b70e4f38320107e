import { type FactTable, onePerRecord, someRecords } from './fact-table.ts';

export const REFERRALS: readonly FactTable<'ServiceRequest'>[] = [
  onePerRecord('referral', ({ facts }, idOf) => ({
    client_id: idOf(facts.client),
    status: facts.status,
    words: facts.words,
    requested_on: facts.requestedOn,
    occurs_on: facts.occursOn,
    requester_id: idOf(facts.requester.record),
    requester_name: facts.requester.name,
    performer_id: idOf(facts.performer.record),
    performer_name: facts.performer.name,
  })),
];

export const REFERRAL_TASKS: readonly FactTable<'Task'>[] = [
  onePerRecord('referral_task', ({ facts }, idOf) => ({
    client_id: idOf(facts.client),
    referral_id: idOf(facts.referral),
    status: facts.status,
    step: facts.step,
    words: facts.words,
    owner_id: idOf(facts.owner.record),
    owner_name: facts.owner.name,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
  })),
];

/** What was booked is written with attendance; that it follows up a referral is a fact of its own. */
export const REFERRAL_APPOINTMENTS: readonly FactTable<'Appointment'>[] = [
  someRecords('referral_appointment', ({ facts }, idOf) =>
    facts.referral
      ? {
          client_id: idOf(facts.referral.client),
          referral_id: idOf(facts.referral.request),
          starts_at: new Date(facts.startsAt).toISOString(),
          booked_at: facts.bookedAt === null ? null : new Date(facts.bookedAt).toISOString(),
          outcome: facts.referral.outcome,
        }
      : null,
  ),
];
