/** How far a referral has come at the receiving program. */
export const REFERRAL_STEPS = ['sent', 'accepted', 'appointment-booked', 'declined'] as const;
export type ReferralStep = (typeof REFERRAL_STEPS)[number];

/** The step a source's words name, however they are spelled; `null` for any other words. */
export function referralStep(words: string): ReferralStep | null {
  const spelled = words
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return REFERRAL_STEPS.find((step) => step === spelled) ?? null;
}
