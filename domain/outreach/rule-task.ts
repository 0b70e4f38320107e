import { addDays, type Day, localTime, startOfDay } from '../calendar/calendar-day.ts';
import type { TaskRule } from './task.contract.ts';

/** A task that a rule asks for, worked out from the records when it is read. */
export interface RuleTask {
  key: string;
  rule: TaskRule;
  clientId: string | null;
  what: string;
  evidence: string;
  /** Milliseconds. */
  dueAt: number;
  dueOn: Day;
  byTheHour: boolean;
  timeZone: string;
  ownerId: string | null;
  recordIds: string[];
  sessionId: string | null;
}

/** Due within a day: until it is over on the site's calendar. */
export const dueOnDay = (dueOn: Day, timeZone: string) => ({
  dueOn,
  dueAt: startOfDay(addDays(dueOn, 1), timeZone),
  byTheHour: false,
});

/** Due at an instant. */
export const dueAtHour = (dueAt: number, timeZone: string) => ({
  dueOn: localTime(dueAt, timeZone).day,
  dueAt,
  byTheHour: true,
});
