import { addDays } from '../calendar/calendar-day.ts';
import type { FollowUpLine } from './follow-up.contract.ts';

/** Where a line of the list stands, in order. */
export const FOLLOW_UP_GROUPS = ['late', 'today', 'this-week', 'later', 'done'] as const;
export type FollowUpGroup = (typeof FOLLOW_UP_GROUPS)[number];

/** Days that 'this week' looks ahead. */
const WEEK = 7;

type Placed = Pick<FollowUpLine, 'today' | 'tryOn' | 'lateDays' | 'isOpen' | 'status'>;

export function followUpGroup({ today, tryOn, lateDays, isOpen, status }: Placed): FollowUpGroup {
  if (!isOpen && status !== 'not-due') return 'done';
  if (lateDays > 0) return 'late';
  if (tryOn === today) return 'today';
  return tryOn <= addDays(today, WEEK) ? 'this-week' : 'later';
}

type Ordered = Placed & Pick<FollowUpLine, 'familyName' | 'givenName' | 'episodeId' | 'due' | 'to'>;

/** By the list's groups, in each by the day it is to be tried; of what is done the newest first. */
export const byDueDay = (a: Ordered, b: Ordered): number =>
  FOLLOW_UP_GROUPS.indexOf(followUpGroup(a)) - FOLLOW_UP_GROUPS.indexOf(followUpGroup(b)) ||
  (followUpGroup(a) === 'done' ? b.to.localeCompare(a.to) : a.tryOn.localeCompare(b.tryOn)) ||
  a.familyName.localeCompare(b.familyName) ||
  a.givenName.localeCompare(b.givenName) ||
  a.episodeId.localeCompare(b.episodeId) ||
  a.due.localeCompare(b.due);
