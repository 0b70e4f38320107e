import { addDays, type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';

/** How a report to a court or an office stands. */
export const REPORT_STATES = ['refused', 'overdue', 'due', 'later', 'sent'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_STATE_WORDS: Readonly<Record<ReportState, string>> = {
  refused: 'refused: no consent covers it',
  overdue: 'overdue',
  due: 'due',
  later: 'not due yet',
  sent: 'sent',
};

/** So long a report that was sent is among those that are due. */
export const SENT_DAYS = 30;

export interface DueReport {
  /** The day it is due; of one that was sent `null`. */
  dueOn: Day | null;
  today: Day;
  /** A consent covers it now. */
  isCovered: boolean;
  /** Somebody tried since the last one, and was refused. */
  refusedOn: Day | null;
}

/** It asks for somebody within the program's days before its day, and from then on until it is made. */
export const isDueSoon = (
  { dueOn, today }: { dueOn: Day; today: Day },
  { courtReportDays }: Pick<ProgramDefaults, 'courtReportDays'>,
): boolean => daysBetween(today, dueOn) <= courtReportDays;

/** A refusal is over once a consent covers the report: then it is due as before. */
export function reportState(
  { dueOn, today, isCovered, refusedOn }: DueReport,
  rules: Pick<ProgramDefaults, 'courtReportDays'>,
): ReportState {
  if (dueOn === null) return 'sent';
  if (refusedOn !== null && !isCovered) return 'refused';
  if (dueOn < today) return 'overdue';
  return isDueSoon({ dueOn, today }, rules) ? 'due' : 'later';
}

interface Ordered {
  state: ReportState;
  dueOn: Day | null;
  sentOn: Day | null;
  familyName: string;
  givenName: string;
  key: string;
}

/** By the day each is due, what was sent last of all, the newest first. */
export const byReportDay = (a: Ordered, b: Ordered): number =>
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
  (b.sentOn ?? '').localeCompare(a.sentOn ?? '') ||
  a.familyName.localeCompare(b.familyName) ||
  a.givenName.localeCompare(b.givenName) ||
  a.key.localeCompare(b.key);

/** From this day on what was sent is shown. */
export const sentSince = (today: Day): Day => addDays(today, -SENT_DAYS);
