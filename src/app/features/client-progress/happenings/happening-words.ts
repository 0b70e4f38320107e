import type { HappeningKind } from '#domain/client-progress/happenings.contract';

/** As staff say it, in the order of the filter. */
export const KIND_WORDS: Readonly<Record<HappeningKind, string>> = {
  session: 'Session',
  contact: 'Contact',
  score: 'Score',
  'drug-test': 'Drug test',
  medication: 'Medication',
  goal: 'Goal',
  phase: 'Phase',
  hold: 'Hold',
  episode: 'Episode',
  referral: 'Referral',
  safety: 'Safety',
  review: 'Review',
  note: 'Note',
  barrier: 'Barrier',
  practice: 'Practice and support',
  assessment: 'Assessment',
};
