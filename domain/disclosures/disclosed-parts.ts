/**
 * What a payer asks for in a utilization review, and nothing besides: the authorization, what was
 * delivered of it, and the outline of payers (stage of change, drug tests, triggers, mutual help, family,
 * outreach after each miss). No notes, no scores, nobody's name but the client's.
 */
export const UTILIZATION_REVIEW_PARTS = [
  'client and authorization',
  'diagnosis and level of care',
  'days and hours attended',
  'missed sessions and outreach',
  'drug tests',
  'goals',
  'mutual help and family contact',
] as const;

/** What whoever treats next has to know to go on. No notes of any kind, no answers to single questions. */
export const HAND_OFF_PARTS = [
  'client and stay',
  'next appointment',
  'diagnosis and level of care',
  'medication and naloxone',
  'last scores',
  'confirmed drug tests',
  'goals',
  'contact preferences and support people',
  'crisis plan',
  'aftercare plan',
] as const;

/** What a court may know: whether the client comes, where they stand, and what a laboratory confirmed. */
export const COURT_REPORT_PARTS = [
  'client and dates',
  'phase',
  'attendance counts',
  'confirmed drug tests',
] as const;
