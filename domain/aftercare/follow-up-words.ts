import type { FollowUpStatus } from './follow-up.ts';
import type { FollowUpAnswer, FollowUpAnswers, ReturnToCare } from './follow-up-said.contract.ts';

export type FollowUpQuestion = keyof FollowUpAnswers;

/** The script, in its order. */
export const FOLLOW_UP_QUESTIONS: readonly FollowUpQuestion[] = [
  'abstinent',
  'working',
  'housed',
  'notArrested',
  'mutualHelp',
];

/** As it is asked, and as it is counted. */
export const QUESTION_WORDS: Readonly<
  Record<FollowUpQuestion, { asks: string; counts: string; short: string }>
> = {
  abstinent: {
    asks: 'In the past 30 days, no alcohol and no other drug that was not prescribed?',
    counts: 'said that they used no alcohol and no other drug in the 30 days before',
    short: 'Abstinent 30 days',
  },
  working: {
    asks: 'Working, or in school or training?',
    counts: 'said that they are employed, or a student',
    short: 'Employed or a student',
  },
  housed: {
    asks: 'A place to live that they can stay in?',
    counts: 'said that they are stably housed',
    short: 'Stably housed',
  },
  notArrested: {
    asks: 'In the past 30 days, no arrest?',
    counts: 'said that they were not arrested in the 30 days before',
    short: 'No arrest 30 days',
  },
  mutualHelp: {
    asks: 'Going to mutual-help or peer meetings?',
    counts: 'said that they go to mutual-help or peer meetings',
    short: 'Mutual help',
  },
};

export const ANSWER_WORDS: Readonly<Record<FollowUpAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known',
};

export const RETURN_WORDS: Readonly<Record<ReturnToCare, string>> = {
  'not-offered': 'Not offered',
  accepted: 'Accepted',
  declined: 'Declined',
};

export const FOLLOW_UP_STATUS_WORDS: Readonly<Record<FollowUpStatus, string>> = {
  'not-due': 'not due yet',
  due: 'due',
  attempted: 'attempted',
  unreachable: 'not reached',
  'not-made': 'nobody tried',
  'not-known': 'not known, before anything was logged here',
  reached: 'reached',
  declined: 'declined',
  withdrawn: 'no more contact',
  readmitted: 'admitted again',
  deceased: 'deceased',
};

/** Whose work it is, as a setting numbers them from 1: a role, for the last counselor has others to see. */
export const FOLLOW_UP_OWNERS = ['peer specialist', 'aftercare coordinator'] as const;
export type FollowUpOwner = (typeof FOLLOW_UP_OWNERS)[number];
export const followUpOwnerOf = (number: number): FollowUpOwner =>
  FOLLOW_UP_OWNERS[number - 1] ?? 'peer specialist';
