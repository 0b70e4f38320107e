import { localTime } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { OutreachState } from './contact.contract.ts';

/** What became of the outreach after one miss; milliseconds. */
export interface OutreachAfterMiss {
  state: OutreachState;
  dueAt: number;
  attemptAt: number | null;
  sameDay: boolean;
}

export interface AfterMiss {
  /** The scheduled start of what was missed. */
  startsAt: number;
  /** Contacts of the client, whatever came of them. */
  contactsAt: readonly number[];
  /** The next session that the client attended, if any. */
  backAt: number | null;
  /** Before it nothing could be logged here, so that nothing can be said; `null`: nothing was ever read. */
  loggedSince: number | null;
  timeZone: string;
}

const HOUR = 3_600_000;

/**
 * Whether somebody reached out after a miss, and in time: the clock runs from the scheduled start,
 * whenever the miss was recorded. Any attempt is outreach; whether it was answered is another question.
 * Who came back before it was due needed none.
 */
export function outreachAfter(
  { startsAt, contactsAt, backAt, loggedSince, timeZone }: AfterMiss,
  asOf: number,
  { outreachHours }: Pick<ProgramDefaults, 'outreachHours'>,
): OutreachAfterMiss {
  const dueAt = startsAt + outreachHours * HOUR;
  const attempts = contactsAt.filter((at) => at >= startsAt && at <= asOf);
  const attemptAt = attempts.length > 0 ? Math.min(...attempts) : null;
  const sameDay =
    attemptAt !== null && localTime(attemptAt, timeZone).day === localTime(startsAt, timeZone).day;
  return { state: stateOf(), dueAt, attemptAt, sameDay };

  function stateOf(): OutreachState {
    const isBack = backAt !== null && backAt > startsAt && backAt <= Math.min(dueAt, asOf);
    if (attemptAt !== null && attemptAt <= dueAt) return 'in-time';
    if (isBack) return 'back-first';
    if (attemptAt !== null) return 'late';
    if (asOf < dueAt) return 'open';
    return loggedSince === null || dueAt <= loggedSince ? 'not-known' : 'not-made';
  }
}
