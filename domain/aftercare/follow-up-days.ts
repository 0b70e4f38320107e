import type { ProgramDefaults } from '../settings/program-defaults.ts';

/** A follow-up of somebody who has left: so many days after discharge, and how far from that day it counts. */
export interface FollowUpDay {
  id: string;
  name: string;
  days: number;
  /** Days before and after the day on which it is due that are within its window, both counted. */
  before: number;
  after: number;
  /** Whether the program makes it. */
  setting: FollowUpSetting;
}

export type FollowUpSetting =
  | 'followUpAt72Hours'
  | 'followUpAt7Days'
  | 'followUpAt14Days'
  | 'followUpAt30Days'
  | 'followUpAt60Days'
  | 'followUpAt90Days'
  | 'followUpAt180Days'
  | 'followUpAt365Days';
export type FollowUpRules = Pick<ProgramDefaults, FollowUpSetting>;

/**
 * When somebody asks after a client who has left: relapse is likeliest in the first 30 to 90 days, and
 * quarterly checkups shorten the way back to treatment (program default; HEDIS FUI 7 and 30 days,
 * Washington Circle 14, SUPRT 180). Windows are program defaults, and no two of them meet.
 */
export const FOLLOW_UPS: readonly FollowUpDay[] = [
  // Nobody is asked after 72 hours before they are over.
  { id: '72-hours', name: '72 h', days: 3, before: 0, after: 1, setting: 'followUpAt72Hours' },
  { id: '7-days', name: '7 days', days: 7, before: 2, after: 2, setting: 'followUpAt7Days' },
  { id: '14-days', name: '14 days', days: 14, before: 3, after: 3, setting: 'followUpAt14Days' },
  { id: '30-days', name: '30 days', days: 30, before: 7, after: 7, setting: 'followUpAt30Days' },
  { id: '60-days', name: '60 days', days: 60, before: 14, after: 14, setting: 'followUpAt60Days' },
  { id: '90-days', name: '90 days', days: 90, before: 14, after: 14, setting: 'followUpAt90Days' },
  {
    ...{ id: '180-days', name: '180 days', days: 180, before: 30, after: 30 },
    setting: 'followUpAt180Days',
  },
  {
    ...{ id: '365-days', name: '1 year', days: 365, before: 30, after: 30 },
    setting: 'followUpAt365Days',
  },
];

/** Those that the program makes. */
export const followUpsMade = (rules: FollowUpRules): readonly FollowUpDay[] =>
  FOLLOW_UPS.filter(({ setting }) => rules[setting] === 1);

/** The last day after discharge on which one of them can be open; 0 where none is made. */
export const lastWindowEnds = (made: readonly FollowUpDay[]): number =>
  Math.max(0, ...made.map(({ days, after }) => days + after));

/** Days after discharge on which the last window of all is over. */
export const LAST_WINDOW_ENDS = lastWindowEnds(FOLLOW_UPS);
