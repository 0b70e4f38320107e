import { daysBetween, type Day } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';

/** A session that a client attended, booked or not. */
export interface AttendedSession {
  /** On the calendar of its site. */
  day: Day;
  startsAt: number;
  kind: string;
}

/** What is taken to be an episode where the source tells of none. It has no end: only a last contact. */
export interface InferredEpisode<Session> {
  admittedOn: Day;
  lastContactOn: Day;
  sessions: Session[];
}

/**
 * The episodes that a client's attended sessions amount to: each from the first to the last contact,
 * and a new one after so many days without any, by the rules of the day that ends them. An assessment decides whether there will be an
 * episode (NIATx counts an admission from the first treatment), so it begins none.
 */
export function inferEpisodes<Session extends AttendedSession>(
  attended: readonly Session[],
  rulesOn: (day: Day) => Pick<ProgramDefaults, 'noContactDays'>,
): InferredEpisode<Session>[] {
  const episodes: InferredEpisode<Session>[] = [];
  for (const session of attended.toSorted(inTime)) {
    const last = episodes.at(-1);
    if (last && daysBetween(last.lastContactOn, session.day) < rulesOn(session.day).noContactDays) {
      last.lastContactOn = session.day;
      last.sessions.push(session);
    } else if (session.kind !== 'assessment') {
      episodes.push({ admittedOn: session.day, lastContactOn: session.day, sessions: [session] });
    }
  }
  return episodes;
}

/** By day first: sites may keep different time. */
const inTime = (a: AttendedSession, b: AttendedSession): number =>
  a.day.localeCompare(b.day) || a.startsAt - b.startsAt;

/** Whom, or what, most of these sessions name; of several the one named last, then that of the lowest key. */
export function mostNamed<Session extends Pick<AttendedSession, 'startsAt'>>(
  sessions: readonly Session[],
  namedBy: (session: Session) => string | null,
  keyOf: (named: string) => string,
): string | null {
  const found = new Map<string, { times: number; lastAt: number }>();
  for (const session of sessions) {
    const name = namedBy(session);
    if (name === null) continue;
    const { times, lastAt } = found.get(name) ?? { times: 0, lastAt: -Infinity };
    found.set(name, { times: times + 1, lastAt: Math.max(lastAt, session.startsAt) });
  }
  const [first] = [...found].sort(
    ([a, ofA], [b, ofB]) =>
      ofB.times - ofA.times || ofB.lastAt - ofA.lastAt || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  return first?.[0] ?? null;
}
