import { ATTENDED } from '../attendance/attendance-status.ts';
import type { AftercareReferral } from './aftercare-facts.ts';

const attended: ReadonlySet<string | null> = new Set(ATTENDED);

export const isKept = ({ appointment }: AftercareReferral): boolean =>
  appointment !== null && attended.has(appointment.outcome);

export const isMissed = ({ appointment }: AftercareReferral): boolean =>
  appointment !== null && appointment.begun && appointment.outcome === 'no-show';

/** A date that was called off is none. */
export const isBooked = (referral: AftercareReferral): boolean =>
  referral.appointment === null
    ? referral.step === 'appointment-booked'
    : referral.appointment.outcome === null || isKept(referral) || isMissed(referral);

/** Who gives a date has accepted. */
export const isAccepted = (referral: AftercareReferral): boolean =>
  referral.step === 'accepted' ||
  referral.step === 'appointment-booked' ||
  referral.appointment !== null;

const reached = (referral: AftercareReferral): number =>
  [!referral.isDraft, isAccepted(referral), isBooked(referral), isKept(referral)].filter(Boolean)
    .length;

/**
 * Of several referrals the one that has come furthest, of equals the later: a second one, to primary
 * care, does not take the first back. One that was declined is none any more.
 */
export function referralUnderWay(
  referrals: readonly AftercareReferral[],
): AftercareReferral | null {
  const [furthest] = referrals
    .filter(({ step, appointment }) => step !== 'declined' || appointment !== null)
    .toSorted(
      (a, b) =>
        reached(b) - reached(a) ||
        (b.sentOn ?? '').localeCompare(a.sentOn ?? '') ||
        a.recordId.localeCompare(b.recordId),
    );
  return furthest ?? null;
}
