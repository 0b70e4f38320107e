import { daysBetween } from '../calendar/calendar-day.ts';
import type { AftercareCard, AftercareMilestone } from './aftercare.contract.ts';
import type { AftercareFacts } from './aftercare-facts.ts';
import { aftercareMilestones } from './aftercare-milestones.ts';
import { aftercareStage, type AftercareStage } from './aftercare-stage.ts';
import { type AftercareRules, dischargeOf } from './milestone-due.ts';
import { isAnswered, type MilestoneId, type MilestoneStatus } from './milestone.ts';
import { isBooked, isMissed, referralUnderWay } from './referral-under-way.ts';

export type AftercareState = Pick<
  AftercareCard,
  | 'stage'
  | 'plannedEnd'
  | 'endedOn'
  | 'daysTo'
  | 'onHold'
  | 'talkedSinceEnd'
  | 'followUp'
  | 'openDays'
  | 'destination'
  | 'appointmentOn'
  | 'missedOn'
  | 'milestones'
  | 'next'
>;

/** What a card of the board says of an episode, but for whose it is. */
export function aftercareCard(facts: AftercareFacts, rules: AftercareRules): AftercareState {
  const { today, plannedEnd, endedOn, onHold, talkedSinceEnd, followUp } = facts;
  const found = aftercareMilestones(facts, rules);
  const discharge = dischargeOf(facts);
  const state = {
    plannedEnd,
    endedOn,
    daysTo: discharge === null ? null : daysBetween(today, discharge),
    onHold,
    talkedSinceEnd,
    followUp,
    openDays: rules.aftercareOpenDays,
    ...appointmentOf(facts, found),
    destination: destinationOf(facts),
  };
  const stage = stageOf({ ...state, milestones: found }, today);
  const milestones = found.map((one) => (counts(one.id, stage) ? one : { ...one, lateDays: 0 }));
  const next = nextOf(milestones.filter(({ id }) => counts(id, stage)));
  return { ...state, stage, milestones, next };
}

/** Still owed once the first appointment was kept: what led to it is no longer. */
const OWED_AFTER_LINKAGE: ReadonlySet<MilestoneId> = new Set(['summary-sent', 'medication']);

/** Whether a milestone can still be missing: of somebody who is followed up only the follow-up is. */
function counts(id: MilestoneId, stage: AftercareStage): boolean {
  if (stage === 'first-kept') return OWED_AFTER_LINKAGE.has(id);
  return stage !== 'following-up' && stage !== 'complete' && stage !== 'no-contact';
}

/** Which stage a card would be in, were a milestone answered: said before it is saved. */
export function stageWith(
  card: AftercareCard,
  { milestone, status, on }: { milestone: MilestoneId; status: MilestoneStatus; on: string },
): AftercareStage {
  const milestones = card.milestones.map((one) =>
    one.id === milestone ? { ...one, status } : one,
  );
  const missed = milestone === 'first-kept' && status === 'in-progress';
  return stageOf({ ...card, milestones, missedOn: missed ? on : card.missedOn }, card.today);
}

const stageOf = (
  card: Pick<
    AftercareCard,
    | 'milestones'
    | 'endedOn'
    | 'talkedSinceEnd'
    | 'followUp'
    | 'appointmentOn'
    | 'missedOn'
    | 'openDays'
  >,
  today: string,
): AftercareStage =>
  aftercareStage({
    statuses: new Map(card.milestones.map(({ id, status }) => [id, status])),
    sinceEnd: card.endedOn === null ? null : daysBetween(card.endedOn, today),
    talkedSinceEnd: card.talkedSinceEnd,
    followUp: card.followUp && (card.followUp.isOpen ? 'open' : 'to-come'),
    sinceMissed: card.missedOn === null ? null : daysBetween(card.missedOn, today),
    isAwaited: card.appointmentOn !== null && card.missedOn === null,
    openDays: card.openDays,
  });

/**
 * What is missing next: whether a first appointment was kept, once its day has come; then the first that is
 * late, else the first that nobody has answered.
 */
const nextOf = (milestones: readonly AftercareMilestone[]): MilestoneId | null =>
  (
    milestones.find(
      ({ id, status, lateDays }) => id === 'first-kept' && status === 'in-progress' && lateDays > 0,
    ) ??
    milestones.find(({ lateDays }) => lateDays > 0) ??
    milestones.find(({ status }) => !isAnswered(status))
  )?.id ?? null;

/** As the source knows it, else as somebody was told. */
function destinationOf({ referrals, entries }: AftercareFacts): string | null {
  const to = referralUnderWay(referrals)?.to;
  return to ?? entries.findLast(({ says }) => says.destination !== null)?.says.destination ?? null;
}

function appointmentOf(
  { referrals }: AftercareFacts,
  milestones: readonly AftercareMilestone[],
): Pick<AftercareCard, 'appointmentOn' | 'missedOn'> {
  const referral = referralUnderWay(referrals);
  const kept = milestones.find(({ id }) => id === 'first-kept');
  const booked = milestones.find(({ id }) => id === 'appointment-booked');
  // By hand a first appointment that is 'in progress' is one that was missed.
  const missedByHand = kept?.status === 'in-progress' && kept.entryId !== null ? kept.on : null;
  const missed = referral && isMissed(referral) ? (referral.appointment?.on ?? null) : null;
  const atSource = referral && isBooked(referral) ? (referral.appointment?.on ?? null) : null;
  return {
    appointmentOn: booked?.status === 'done' ? (atSource ?? booked.on) : null,
    missedOn: kept?.status === 'in-progress' ? (missedByHand ?? missed) : null,
  };
}
