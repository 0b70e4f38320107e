import { ATTENDED } from '../attendance/attendance-status.ts';
import type { Day } from '../calendar/calendar-day.ts';
import type { SupplyGap } from '../client-progress/supply-gaps.ts';
import type { DischargeReason } from '../episode/discharge-reason.ts';
import type { MilestoneEntry } from './aftercare-facts.ts';

/** An appointment at the next level of care, as it stood at the moment asked for. */
export interface OnwardVisit {
  recordId: string;
  on: Day;
  /** It has begun at the moment that is asked for. */
  begun: boolean;
  /** As of attendance; `null`: none yet. */
  outcome: string | null;
  /** When the date was given; `null`: the source does not say. */
  bookedOn: Day | null;
}

/** A referral made in care to what comes after; none that was revoked. */
export interface OnwardReferral {
  recordId: string;
  isDraft: boolean;
  sentOn: Day;
  to: string | null;
  /** As `referralStep`; `null` where the source does not say. */
  step: string | null;
  visits: readonly OnwardVisit[];
}

/** The end of an episode, and what the records say of the time after it, on a day of its site. */
export interface Discharge {
  today: Day;
  endedOn: Day;
  /** `null` where nobody recorded why. */
  reason: DischargeReason | null;
  level: string | null;
  referrals: readonly OnwardReferral[];
  /** Milestones as staff wrote them, in the order in which they were written. */
  entries: readonly Pick<MilestoneEntry, 'says'>[];
  /** Days without medication after the end; `null`: no such disorder, or nothing prescribed shortly before. */
  gaps: readonly SupplyGap[] | null;
  /** Admissions after it, as far as they had happened. */
  admissions: readonly { on: Day; level: string | null }[];
}

/** Who died has no next level of care. */
export const isLive = ({ reason }: Pick<Discharge, 'reason'>): boolean => reason !== 6;

/** Completed or transferred; `null` where nobody recorded why treatment ended. */
export const isPlanned = ({ reason }: Pick<Discharge, 'reason'>): boolean | null =>
  reason === null ? null : reason === 1 || reason === 4;

/** What became of it at the next level of care. */
export interface FirstAppointment {
  isReferred: boolean;
  to: string | null;
  /** The day of the first appointment that was not called off; `null`: none. */
  bookedFor: Day | null;
  /** Something was booked, and nothing says for when. */
  dayNotKnown: boolean;
  /** When that date was given; `null`: nothing says. */
  bookedOn: Day | null;
  keptOn: Day | null;
  /** Days of appointments that were, of which nobody told whether they were kept. */
  untoldOn: readonly Day[];
  recordIds: readonly string[];
}

const attended: ReadonlySet<string | null> = new Set(ATTENDED);
const isKept = ({ outcome }: OnwardVisit): boolean => attended.has(outcome);
const isCalledOff = (visit: OnwardVisit): boolean =>
  visit.outcome !== null && visit.outcome !== 'no-show' && !isKept(visit);

/**
 * The first appointment after an episode: what the source says stands before what staff wrote. Of
 * several the first that was kept; else the first that stands. A referral that was declined, or waits
 * to be sent, is none; what was booked on it still is.
 */
export function firstAppointment({
  referrals,
  entries,
}: Pick<Discharge, 'referrals' | 'entries'>): FirstAppointment {
  const sent = referrals
    .filter(({ isDraft, step, visits }) => visits.length > 0 || (!isDraft && step !== 'declined'))
    .toSorted((a, b) => b.sentOn.localeCompare(a.sentOn) || a.recordId.localeCompare(b.recordId));
  const visits = sent
    .flatMap((referral) => referral.visits.map((visit) => ({ ...visit, referral })))
    .filter((visit) => !isCalledOff(visit))
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.recordId.localeCompare(b.recordId));
  const kept = visits.find(isKept);
  const first = kept ?? visits[0];
  const referral = first?.referral ?? sent[0];
  const written = writtenOf(entries);
  const keptByHand = written('first-kept');
  const bookedByHand = written('appointment-booked');
  const keptOn = kept?.on ?? keptByHand?.on ?? null;
  const bookedFor = first?.on ?? bookedByHand?.on ?? keptOn;
  return {
    isReferred:
      referral !== undefined || written('referral-sent') !== undefined || bookedFor !== null,
    to: referral?.to ?? keptByHand?.destination ?? bookedByHand?.destination ?? null,
    bookedFor,
    dayNotKnown: bookedFor === null && sent.some(({ step }) => step === 'appointment-booked'),
    bookedOn: first?.bookedOn ?? null,
    keptOn,
    untoldOn: visits.filter(({ begun, outcome }) => begun && outcome === null).map(({ on }) => on),
    recordIds: [first?.recordId, referral?.recordId].filter((id) => id !== undefined),
  };
}

/** Of entries of one milestone the last counts, where it says that it was done. */
const writtenOf =
  (entries: Discharge['entries']) =>
  (milestone: MilestoneEntry['says']['milestone']): MilestoneEntry['says'] | undefined => {
    const last = entries.findLast(({ says }) => says.milestone === milestone)?.says;
    return last?.status === 'done' ? last : undefined;
  };
