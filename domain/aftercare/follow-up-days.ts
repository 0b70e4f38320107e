/**
 * When somebody asks after a client who has left: relapse is likeliest in the first 30 to 90 days, and
 * quarterly checkups shorten the way back to treatment (program default; HEDIS FUI 7 and 30 days,
 * Washington Circle 14, SUPRT 180).
 */
export const FOLLOW_UPS: readonly { name: string; days: number }[] = [
  { name: '72 h', days: 3 },
  { name: '7 days', days: 7 },
  { name: '14 days', days: 14 },
  { name: '30 days', days: 30 },
  { name: '60 days', days: 60 },
  { name: '90 days', days: 90 },
  { name: '180 days', days: 180 },
  { name: '1 year', days: 365 },
];
