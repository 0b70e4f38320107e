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
export type UtilizationReviewPart = (typeof UTILIZATION_REVIEW_PARTS)[number];
