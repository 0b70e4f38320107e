import type { MakeUpOffer } from '#domain/caseload/brief.contract';
import { clinicDay, clinicTime } from '../../../ui/clinic-time/clinic-time';

/** A session with room, as it is said: 'Thu 9:00 am Group A, 2 places'. */
export interface RoomText {
  sessionId: string;
  words: string;
  left: number | null;
}

/** Sessions that are offered to somebody, each once, in order of time. */
export function makeUpInWords(
  offers: readonly MakeUpOffer[],
  timeZone: string,
  asOf: string,
): RoomText[] {
  const bySession = new Map(offers.map((offer) => [offer.sessionId, offer]));
  return [...bySession.values()]
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map(({ sessionId, startsAt, service, left }) => ({
      sessionId,
      left,
      words: `${clinicDay(startsAt, timeZone, asOf)} ${clinicTime(startsAt, timeZone)} ${service}`,
    }));
}

/** Named beside each other before the rest is counted. */
const NAMED = 3;

/** 'Room to make up: …', or why nobody can say. */
export function roomInWords(sessions: readonly RoomText[]): string {
  const open = sessions.filter(({ left }) => left !== null);
  const unknown = sessions.length - open.length;
  const named = open
    .slice(0, NAMED)
    .map(({ words, left }) => `${words}, ${left} ${left === 1 ? 'place' : 'places'}`);
  const more = open.length > NAMED ? ` +${open.length - NAMED}` : '';
  return [
    open.length > 0 ? `Room to make up: ${named.join('; ')}${more}.` : '',
    unknown > 0
      ? `Room not known in ${unknown} ${unknown === 1 ? 'session: its group has' : 'sessions: their groups have'} no capacity set.`
      : '',
    sessions.length === 0 ? 'No other group of theirs meets on a free day this week.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
