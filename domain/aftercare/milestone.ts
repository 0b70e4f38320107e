/** What has to happen between two levels of care, in its order. */
export const MILESTONES = [
  'planning-started',
  'discharge-date-set',
  'level-agreed',
  'consent-signed',
  'referral-sent',
  'accepted',
  'appointment-booked',
  'warm-hand-off',
  'summary-sent',
  'first-kept',
  'medication',
] as const;
export type MilestoneId = (typeof MILESTONES)[number];

export const MILESTONE_WORDS: Readonly<Record<MilestoneId, string>> = {
  'planning-started': 'Planning started',
  'discharge-date-set': 'Discharge date set',
  'level-agreed': 'Level agreed',
  'consent-signed': 'Consent signed',
  'referral-sent': 'Referral sent',
  accepted: 'Accepted',
  'appointment-booked': 'Appointment booked',
  'warm-hand-off': 'Warm hand-off',
  'summary-sent': 'Summary sent',
  'first-kept': 'First appointment kept',
  medication: 'Medication without a gap',
};

export const MILESTONE_STATUSES = [
  'not-started',
  'in-progress',
  'done',
  'declined',
  'not-applicable',
] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

export const MILESTONE_STATUS_WORDS: Readonly<Record<MilestoneStatus, string>> = {
  'not-started': 'not started',
  'in-progress': 'in progress',
  done: 'done',
  declined: 'declined by the client',
  'not-applicable': 'not applicable',
};

/** Declined and not applicable are answers: nothing is missing. */
export const isAnswered = (status: MilestoneStatus): boolean =>
  status === 'done' || status === 'declined' || status === 'not-applicable';

/** What only the receiving program knows: by hand it is written down with who told us. */
export const TOLD_BY_OTHERS = ['accepted', 'appointment-booked', 'first-kept'] as const;
export const isToldByOthers = (id: MilestoneId): boolean =>
  (TOLD_BY_OTHERS as readonly string[]).includes(id);
