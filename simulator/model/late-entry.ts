import { DAY_MS, MINUTE_MS } from './calendar-day.ts';
import type { Draws } from './draws.ts';
import type { AppointmentChange, BookedSession, Session } from './session.ts';

const RECORDED_LATER = 0.2;
const CORRECTED_LATER = 0.035;
/** No entry of a session comes later than this after it. */
export const LATEST_ENTRY_DAYS = 42;

type Outcome = Pick<Session, 'changes' | 'presence'>;

/** What nobody had recorded is found weeks later, when the bills are made. */
export function recordedLater(booked: BookedSession, came: boolean, draws: Draws): Outcome | null {
  if (!draws.chance(RECORDED_LATER)) return null;
  const at = laterThan(booked, draws);
  if (!came) return { changes: [{ at, status: 'noshow' }], presence: null };
  return kept(booked, [], at);
}

/** A no-show turns out to have been there after all. */
export function correctedLater(
  booked: BookedSession,
  missed: AppointmentChange,
  draws: Draws,
): Outcome | null {
  return draws.chance(CORRECTED_LATER) ? kept(booked, [missed], laterThan(booked, draws)) : null;
}

function laterThan({ end }: BookedSession, draws: Draws): number {
  return end + draws.between(6, LATEST_ENTRY_DAYS - 1) * DAY_MS;
}

function kept({ start, end }: BookedSession, before: AppointmentChange[], at: number): Outcome {
  const closedAt = at + 2 * MINUTE_MS;
  return {
    changes: [...before, { at: closedAt, status: 'fulfilled' }],
    presence: { openedAt: at, closedAt, start, end, virtual: false },
  };
}
