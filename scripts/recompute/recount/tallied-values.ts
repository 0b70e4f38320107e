import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { Attendance } from './attendance.ts';
import { clusteredInterval } from './clustered-interval.ts';
import { dischargeValues } from './discharge-statements.ts';
import { engagedFrom, type WeekInCare, weeksInCare } from './dose-values.ts';
import { admittedStatuses, isOutOfContact, type KnownEpisode } from './known-episode.ts';
import type { MeasuredSession } from './measured-session.ts';
import { rounded } from './measure-figure.ts';
import type { SessionAt } from './measure-rules.ts';
import { programZone } from './program-zone.ts';
import { addDays, dayAt, daysBetween, mondayOf } from './site-calendar.ts';
import { wilson } from './wilson.ts';

type Session = MeasuredSession & SessionAt;

export interface TalliedFacts {
  /** Weeks, both days counted. */
  period: { from: string; to: string };
  asOf: number;
  /** Where the day begins last. */
  today: string;
  episodes: readonly KnownEpisode[];
  /** Of these episodes, begun. */
  sessions: readonly Session[];
  attendances: readonly Attendance[];
  records: ClinicRecords;
}

/** What is counted once. */
interface Tally {
  client: string;
  monday: string;
  counted: number;
  of: number;
  excluded?: number;
  unrecorded?: number;
}

interface Rule {
  id: string;
  tallies: (facts: TalliedFacts) => Tally[];
  kind: 'share' | 'count' | 'middle';
  /** Who has come to as many is said. */
  from?: number;
  interval?: 'wilson' | 'clustered';
  /** Each week stands for itself: the figure is that of the last. */
  isOfItsDay?: true;
}

const attended = ['attended', 'attended-late', 'left-early'];
const present = [...attended, 'walk-in'];
const missed = ['no-show', 'client-cancelled'];
const minutesOfPayerDay = 180;
const earlyDays = 30;

export const talliedRules: readonly Rule[] = [
  {
    id: 'hours-prescribed',
    kind: 'count',
    tallies: weeks(({ prescribed }) =>
      prescribed === null ? null : { counted: prescribed, of: 0 },
    ),
  },
  {
    id: 'dose-ratio',
    kind: 'share',
    tallies: weeks(({ prescribed, recorded, assumed }) =>
      prescribed ? { counted: recorded + assumed, of: prescribed } : null,
    ),
  },
  {
    id: 'engaged-weeks',
    kind: 'share',
    interval: 'clustered',
    tallies: weeks((week) =>
      week.prescribed ? { counted: Number(isEngaged(week)), of: 1 } : null,
    ),
  },
  { id: 'engagement-streak', kind: 'middle', tallies: streaks },
  { id: 'payer-days', kind: 'count', tallies: payerDays },
  { id: 'consecutive-misses', kind: 'middle', from: 2, tallies: missesInARow },
  { id: 'days-since-seen', kind: 'middle', from: 7, tallies: daysAway },
  { id: 'census', kind: 'count', isOfItsDay: true, tallies: census },
  { id: 'stopped-early', kind: 'share', interval: 'wilson', tallies: beginnings },
];

const isEngaged = ({ prescribed, recorded, assumed }: WeekInCare): boolean =>
  (prescribed ?? 0) > 0 && (recorded + assumed) / (prescribed ?? 0) >= engagedFrom;

function weeks(
  take: (week: WeekInCare) => { counted: number; of: number } | null,
): Rule['tallies'] {
  return (facts) =>
    weeksOver(facts, facts.period.from).map((week) => {
      const { client, monday } = week;
      return { client, monday, ...(take(week) ?? { counted: 0, of: 0, excluded: 1 }) };
    });
}

function weeksOver(facts: TalliedFacts, from: string, only?: KnownEpisode): WeekInCare[] {
  const { records, today, sessions } = facts;
  const to = addDays(mondayOf(today), -1);
  return facts.episodes
    .filter(({ status }) => admittedStatuses.includes(status))
    .filter((episode) => only === undefined || episode === only)
    .flatMap((episode) =>
      weeksInCare(
        episode,
        sessions.filter((session) => session.episode === episode),
        { period: { from, to }, today, records },
      ),
    );
}

/** Full weeks in a row, up to the last, in which four fifths of the hours were kept. */
function streaks(facts: TalliedFacts): Tally[] {
  return inCareNow(facts).flatMap((episode) => {
    const own = weeksOver(facts, '2000-01-03', episode);
    if (own.length === 0) return [];
    const broken = own.findLastIndex((week) => !isEngaged(week));
    return [tallyOf(episode, facts, own.length - 1 - broken)];
  });
}

function payerDays({ sessions, period }: TalliedFacts): Tally[] {
  const here = sessions.filter(
    ({ status, day }) => present.includes(status) && period.from <= day && day <= period.to,
  );
  const days = Map.groupBy(here, ({ client, day }) => `${client} ${day}`);
  return [...days.values()].map((own) => {
    const minutes = own.reduce((sum, { recordedMinutes }) => sum + (recordedMinutes ?? 0), 0);
    const [{ client = '', monday = '' } = {}] = own;
    return { client, monday, counted: Number(minutes >= minutesOfPayerDay), of: 1 };
  });
}

function missesInARow(facts: TalliedFacts): Tally[] {
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

function daysAway(facts: TalliedFacts): Tally[] {
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

const tallyOf = (episode: KnownEpisode, facts: TalliedFacts, counted: number): Tally => ({
  client: facts.records.client(episode.patient.reference) ?? '',
  monday: mondayOf(facts.today),
  counted,
  of: 1,
});

const inCareNow = (facts: TalliedFacts): KnownEpisode[] =>
  facts.episodes.filter((episode) =>
    isInCare(episode, dayAt(facts.asOf, programZone(episode, facts.records))),
  );

function isInCare(episode: KnownEpisode, day: string): boolean {
  const { start = '9', end = '9' } = episode.period ?? {};
  if (!admittedStatuses.includes(episode.status) || isOutOfContact(episode, day)) return false;
  return start <= day && day < end;
}

/** On the last day of each week; of this one, on the day it is there. */
function census({ episodes, records, asOf, period, today }: TalliedFacts): Tally[] {
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
function beginnings({ episodes, records, asOf, period, today }: TalliedFacts): Tally[] {
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
function reasonOf(said: readonly ComparedValues[], episode: KnownEpisode): number | null {
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

/** The figure of a measure, and week by week what it was made of. */
export function talliedValues(rule: Rule, facts: TalliedFacts): ValuesByName {
  const all = rule.tallies(facts);
  const last = mondayOf(facts.today);
  const counting = rule.isOfItsDay ? all.filter(({ monday }) => monday === last) : all;
  const byWeek = Map.groupBy(all, ({ monday }) => monday);
  const values: ValuesByName = new Map([['figure', figureValues(rule, counting)]]);
  const first = rule.kind === 'middle' ? last : facts.period.from;
  for (let monday = first; monday <= last; monday = addDays(monday, 7))
    values.set(`week of ${monday}`, sums(byWeek.get(monday) ?? []));
  return values;
}

/** How many rows stand behind each part. */
export function talliedCases(rule: Rule, facts: TalliedFacts): ComparedValues {
  const last = mondayOf(facts.today);
  const all = rule.tallies(facts).filter(({ monday }) => !rule.isOfItsDay || monday === last);
  return {
    numerator: all.filter(({ counted }) => counted > 0).length,
    denominator: all.filter(({ of }) => of > 0).length,
    excluded: all.filter(({ excluded = 0 }) => excluded > 0).length,
    unrecorded: all.filter(({ unrecorded = 0 }) => unrecorded > 0).length,
  };
}

function figureValues({ kind, from, interval }: Rule, all: readonly Tally[]): ComparedValues {
  const parts = sums(all);
  const { numerator, denominator } = parts;
  const clients = [...Map.groupBy(all, ({ client }) => client).values()].map(sums);
  const bounds =
    interval === 'wilson'
      ? wilson(numerator, denominator)
      : interval === 'clustered'
        ? clusteredInterval(clients.map((one) => ({ counted: one.numerator, of: one.denominator })))
        : null;
  return {
    ...parts,
    value: rounded(valueOf(kind, all, parts), 9),
    reached: from === undefined ? null : all.filter(({ counted }) => counted >= from).length,
    low: rounded(bounds?.low ?? null, 4),
    high: rounded(bounds?.high ?? null, 4),
  };
}

function valueOf(
  kind: Rule['kind'],
  all: readonly Tally[],
  { numerator, denominator }: { numerator: number; denominator: number },
): number | null {
  if (kind === 'middle') return middle(all.map(({ counted }) => counted));
  if (kind === 'count') return numerator === 0 && denominator === 0 ? null : numerator;
  return denominator === 0 ? null : numerator / denominator;
}

function middle(counts: readonly number[]): number | null {
  const ordered = counts.toSorted((a, b) => a - b);
  const half = ordered.length / 2;
  if (ordered.length === 0) return null;
  if (ordered.length % 2 === 1) return ordered[Math.floor(half)] ?? null;
  return ((ordered[half - 1] ?? 0) + (ordered[half] ?? 0)) / 2;
}

const sums = (all: readonly Tally[]) => ({
  numerator: all.reduce((sum, { counted }) => sum + counted, 0),
  denominator: all.reduce((sum, { of }) => sum + of, 0),
  excluded: all.reduce((sum, { excluded = 0 }) => sum + excluded, 0),
  unrecorded: all.reduce((sum, { unrecorded = 0 }) => sum + unrecorded, 0),
});
