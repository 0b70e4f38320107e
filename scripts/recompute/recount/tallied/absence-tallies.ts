import { programZone } from '../program-zone.ts';
import { dayAt, daysBetween } from '../site-calendar.ts';
import { attended, inCareNow, type Tally, type TalliedFacts, tallyOf } from './tally.ts';

const missed = ['no-show', 'client-cancelled'];

/** Misses since the client last came. */
export function missesInARow(facts: TalliedFacts): Tally[] {
  return inCareNow(facts).map((episode) => {
    const own = facts.sessions
      .filter((session) => session.episode === episode && !session.walkIn)
      .sort((a, b) => a.start - b.start || order(a.status) - order(b.status))
      .map(({ status }) => status)
      .filter((status) => attended.includes(status) || missed.includes(status));
    const last = own.findLastIndex((status) => attended.includes(status));
    return tallyOf(episode, facts, own.length - 1 - last);
  });
}

const order = (status: string): number => Number(attended.includes(status));

export function daysAway(facts: TalliedFacts): Tally[] {
  const { records, asOf, attendances } = facts;
  return inCareNow(facts).map((episode) => {
    const client = records.client(episode.patient.reference);
    const zone = programZone(episode, records);
    const seen = attendances
      .filter((one) => one.client === client && one.start <= asOf)
      .filter(({ outcome }) => attended.includes(outcome ?? ''))
      .reduce((latest, { start }) => Math.max(latest, start), -Infinity);
    const since = seen === -Infinity ? (episode.period?.start ?? '') : dayAt(seen, zone);
    return tallyOf(episode, facts, daysBetween(since, dayAt(asOf, zone)));
  });
}
