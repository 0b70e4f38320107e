import type { ProgramDefaults } from '../settings/program-defaults.ts';

/** A session of a group with its day and hours on the site's calendar. */
export interface OpenSession {
  sessionId: string;
  day: string;
  startsAt: number;
  endsAt: number;
  /** Hour on the site's clock at which it begins. */
  hour: number;
  /** Places left; `null` where the group has no capacity. */
  left: number | null;
}

/** What a client is booked for, wherever. */
export interface Engagement {
  day: string;
  startsAt: number;
  endsAt: number;
}

/** What stands in the way of a session of the week. */
export interface WeekOfClient {
  treatment: readonly Engagement[];
  elsewhere: readonly Engagement[];
  /** As it was said at admission. */
  schedule: string | null;
  /** Sessions where somebody is booked from whom the client is kept apart. */
  keptApart: ReadonlySet<string>;
}

/**
 * The sessions that a client could come to besides: with a place left, or not known to be full; never a
 * second one on a day, never at the time of something else, never against the schedule that was said at
 * admission, never with somebody from whom they are kept apart.
 */
export function makeUpSessions<Session extends OpenSession>(
  sessions: readonly Session[],
  { treatment, elsewhere, schedule, keptApart }: WeekOfClient,
  rules: Pick<ProgramDefaults, 'eveningFromHour'>,
): Session[] {
  const taken = new Set(treatment.map(({ day }) => day));
  const engaged = [...treatment, ...elsewhere];
  return sessions.filter(
    (session) =>
      session.left !== 0 &&
      !keptApart.has(session.sessionId) &&
      !taken.has(session.day) &&
      !engaged.some((one) => one.startsAt < session.endsAt && session.startsAt < one.endsAt) &&
      fitsSchedule(session, schedule, rules),
  );
}

/** Free text says when a client can come only where it says so plainly; otherwise it is shown, not guessed at. */
function fitsSchedule(
  { hour }: OpenSession,
  schedule: string | null,
  { eveningFromHour }: Pick<ProgramDefaults, 'eveningFromHour'>,
): boolean {
  if (!schedule) return true;
  if (/\bevenings? only\b/i.test(schedule)) return hour >= eveningFromHour;
  if (/\b(days?|daytime|mornings?) only\b/i.test(schedule)) return hour < eveningFromHour;
  return true;
}
