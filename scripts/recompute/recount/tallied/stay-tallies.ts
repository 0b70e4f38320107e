import type { ComparedValues } from '../../compared-values.ts';
import { dischargeValues } from '../discharge-statements.ts';
import { admittedStatuses, isOutOfContact, type KnownEpisode } from '../known-episode.ts';
import { programZone } from '../program-zone.ts';
import { addDays, dayAt, daysBetween, mondayOf } from '../site-calendar.ts';
import { isInCare, type Tally, type TalliedFacts } from './tally.ts';

const earlyDays = 30;

/** On the last day of each week; of this one, on the day it is there. */
export function census({ episodes, records, asOf, period, today }: TalliedFacts): Tally[] {
  const tallies: Tally[] = [];
  for (let monday = period.from; monday <= mondayOf(today); monday = addDays(monday, 7)) {
    for (const episode of episodes) {
      const there = dayAt(asOf, programZone(episode, records));
      const sunday = addDays(monday, 6);
      const day = there < sunday ? there : sunday;
      if (!isInCare(episode, day)) continue;
      const client = records.client(episode.patient.reference) ?? '';
      const away = isAway(episode, day);
      tallies.push({ client, monday, counted: away ? 0 : 1, of: 0, excluded: away ? 1 : 0 });
    }
  }
  return tallies;
}

const isAway = ({ statusHistory }: KnownEpisode, day: string): boolean =>
  (statusHistory ?? []).some(
    ({ status, period: { start = '', end = '9' } }) =>
      status === 'onhold' && start <= day && day < end,
  );

/** Admissions by how their first thirty days went. */
export function beginnings({ episodes, records, asOf, period, today }: TalliedFacts): Tally[] {
  const said = [...dischargeValues(records)].map(([name, values]) => ({
    client: name.split(' ')[0],
    ...values,
  }));
  return episodes
    .filter(({ status }) => admittedStatuses.includes(status))
    .filter((episode) => {
      const { start = '' } = episode.period ?? {};
      return period.from <= start && start <= today;
    })
    .map((episode) => {
      const { start = '', end } = episode.period ?? {};
      const there = dayAt(asOf, programZone(episode, records));
      const over = isOutOfContact(episode, there) ? episode.lastContact : end;
      const ended = over !== undefined && over <= there ? over : undefined;
      const client = records.client(episode.patient.reference) ?? '';
      const tally = { client, monday: mondayOf(start), counted: 0, of: 0 };
      if (daysBetween(start, there) < earlyDays) return { ...tally, excluded: 1 };
      if (ended === undefined || daysBetween(start, ended) >= earlyDays) return { ...tally, of: 1 };
      const reason = reasonOf(
        said.filter((one) => one.client === client),
        episode,
      );
      if (reason === null) return { ...tally, of: 1, counted: 1, unrecorded: 1 };
      if (reason === 6) return { ...tally, excluded: 1 };
      return { ...tally, of: 1, counted: [1, 4].includes(reason) ? 0 : 1 };
    });
}

const ways = ['episode', 'questionnaire', 'encounter'];

/** The episode's own word, else a form's, else where they went; of one way the latest. */
export function reasonOf(said: readonly ComparedValues[], episode: KnownEpisode): number | null {
  if (episode.lastContact !== undefined) return null;
  const { start = '', end = '' } = episode.period ?? {};
  const own = said
    .filter(({ of, on }) =>
      of === null ? start <= `${on}` && `${on}` <= end : of === `EpisodeOfCare/${episode.id}`,
    )
    .filter(({ reason }) => reason !== null)
    .sort(
      (a, b) =>
        ways.indexOf(`${a['way']}`) - ways.indexOf(`${b['way']}`) ||
        `${b['on']}`.localeCompare(`${a['on']}`),
    );
  const [first] = own;
  return first ? Number(first['reason']) : null;
}
