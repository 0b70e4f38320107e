import { isAnswered, type MilestoneId, type MilestoneStatus } from './milestone.ts';

/** Columns of the board, in order. */
export const AFTERCARE_STAGES = [
  'planning',
  'referred',
  'accepted',
  'booked',
  'handed-off',
  'first-kept',
  'following-up',
  'complete',
  'no-contact',
] as const;
export type AftercareStage = (typeof AFTERCARE_STAGES)[number];

/** Each with its rule, as the head of its column says it. */
export const STAGE_WORDS: Readonly<Record<AftercareStage, { name: string; rule: string }>> = {
  planning: { name: 'Planning', rule: 'no referral under way' },
  referred: { name: 'Referred', rule: 'waiting for an answer' },
  accepted: { name: 'Accepted', rule: 'no date yet' },
  booked: { name: 'Booked', rule: 'hand-off not done' },
  'handed-off': { name: 'Handed off', rule: 'summary sent' },
  'first-kept': { name: 'First kept', rule: 'first weeks after discharge' },
  'following-up': { name: 'Following up', rule: 'a follow-up is open or to come' },
  complete: { name: 'Complete', rule: 'linked or talked with, no follow-up left' },
  'no-contact': { name: 'No contact', rule: 'not linked, nobody was reached' },
};

export interface StageFacts {
  statuses: ReadonlyMap<MilestoneId, MilestoneStatus>;
  /** Days since discharge; `null` while the stay goes on. */
  sinceEnd: number | null;
  talkedSinceEnd: boolean;
  /** A follow-up is open, or to come; `null`: none is left. */
  followUp: 'open' | 'to-come' | null;
  /** A first appointment is to come, or nobody knows yet whether it was kept. */
  isAwaited: boolean;
  /** Days since the first appointment was missed; `null`: it was not. */
  sinceMissed: number | null;
  /** Days after discharge for which a card stays where its facts put it. */
  openDays: number;
}

/** Where a client stands between two levels of care, by facts alone. */
export function aftercareStage(facts: StageFacts): AftercareStage {
  const { sinceEnd, sinceMissed, statuses, talkedSinceEnd, isAwaited, openDays, followUp } = facts;
  const isLinked = statuses.get('first-kept') === 'done' || talkedSinceEnd;
  if (sinceEnd !== null && sinceEnd > openDays) {
    if (isLinked) return followUp ? 'following-up' : 'complete';
    // Who missed the first one is asked for as long again.
    if (!isAwaited && (sinceMissed ?? sinceEnd) > openDays)
      return followUp === 'open' ? 'following-up' : 'no-contact';
  }
  return stageReached(statuses);
}

function stageReached(statuses: StageFacts['statuses']): AftercareStage {
  const is = (id: MilestoneId): boolean => statuses.get(id) === 'done';
  const answered = (id: MilestoneId): boolean => isAnswered(statuses.get(id) ?? 'not-started');
  if (is('first-kept')) return 'first-kept';
  if (is('appointment-booked'))
    return answered('warm-hand-off') && answered('summary-sent') ? 'handed-off' : 'booked';
  if (is('accepted')) return 'accepted';
  return is('referral-sent') ? 'referred' : 'planning';
}
