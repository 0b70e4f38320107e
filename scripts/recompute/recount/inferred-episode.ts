import type { Reference } from 'fhir/r4';
import type { Attendance } from './attendance.ts';
import { daysWithoutContact, type KnownEpisode } from './known-episode.ts';
import { dayAt, daysBetween } from './site-calendar.ts';

const present = ['attended', 'attended-late', 'left-early'];

interface Stay {
  first: string;
  last: string;
  sessions: Attendance[];
}

/** What one client's sessions amount to: a stay for every stretch without a month of silence in it. */
export function episodesBySessions(attendances: readonly Attendance[]): KnownEpisode[] {
  const stays: Stay[] = [];
  const attended = attendances
    .filter(({ outcome }) => outcome !== null && present.includes(outcome))
    .map((session) => ({ session, day: dayAt(session.start, session.zone) }))
    .sort((a, b) => Date.parse(a.day) - Date.parse(b.day) || a.session.start - b.session.start);
  for (const { session, day } of attended) {
    const stay = stays.at(-1);
    if (stay && daysBetween(stay.last, day) < daysWithoutContact) {
      stay.last = day;
      stay.sessions.push(session);
    } else if (!session.isAssessment) {
      // To be assessed is to ask for treatment, not to be in it.
      stays.push({ first: day, last: day, sessions: [session] });
    }
  }
  return stays.map(episodeOf);
}

function episodeOf({ first, last, sessions }: Stay): KnownEpisode {
  const [{ client } = { client: '' }] = sessions;
  return {
    resourceType: 'EpisodeOfCare',
    id: `inferred from ${first}`,
    status: 'active',
    patient: { reference: client },
    period: { start: first },
    lastContact: last,
    careManager: mostOften(sessions, ({ leader }) => leader),
    managingOrganization: mostOften(sessions, ({ unit }) => unit),
  };
}

/** Whoever is named most; among equals who was named last, and then by the name itself. */
function mostOften(
  sessions: readonly Attendance[],
  named: (session: Attendance) => Reference | undefined,
): Reference | undefined {
  const byName = Map.groupBy(sessions, (session) => named(session)?.reference);
  byName.delete(undefined);
  const [most] = [...byName]
    .map(([name = '', of]) => ({ name, of, last: Math.max(...of.map(({ start }) => start)) }))
    .sort((a, b) => b.of.length - a.of.length || b.last - a.last || (a.name < b.name ? -1 : 1));
  const [one] = most?.of ?? [];
  return one && named(one);
}
