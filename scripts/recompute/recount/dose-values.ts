import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { assumedMinutes } from './attendance-values.ts';
import { clusteredInterval } from './clustered-interval.ts';
import { levelOf } from './episode-values.ts';
import { admittedStatuses, isOutOfContact, type KnownEpisode } from './known-episode.ts';
import type { MeasuredSession } from './measured-session.ts';
import { partsOf, rounded } from './measure-figure.ts';
import { measureRules, type SessionAt } from './measure-rules.ts';
import { planOf, stayOf } from './plan-of-episode.ts';
import { prescribedMinutes } from './prescribed-minutes.ts';
import { addDays, mondayOf } from './site-calendar.ts';

export interface DoseFacts {
  /** Full weeks, both days counted. */
  period: { from: string; to: string };
  today: string;
  episodes: readonly KnownEpisode[];
  sessions: readonly (MeasuredSession & SessionAt)[];
  records: ClinicRecords;
}

export interface WeekInCare {
  client: string;
  monday: string;
  level: string | null;
  prescribed: number | null;
  recorded: number;
  assumed: number;
}

export const engagedFrom = 0.8;

/** Hours prescribed in the weeks of everybody in care, by level, and what became of them. */
export function doseValues(facts: DoseFacts): ValuesByName {
  const { period, sessions } = facts;
  const bySession = Map.groupBy(sessions, ({ episode }) => episode);
  const weeks = facts.episodes
    .filter(({ status }) => admittedStatuses.includes(status))
    .flatMap((episode) => weeksInCare(episode, bySession.get(episode) ?? [], facts));
  const lost = (id: string): number =>
    measureRules
      .filter((rule) => rule.id === id)
      .reduce((sum, rule) => sum + partsOf(rule, sessions).numerator, 0);
  const levels = Map.groupBy(weeks, ({ level }) => level);
  return new Map<string, ComparedValues>([
    ['asked', { ...period, clients: new Set(weeks.map(({ client }) => client)).size }],
    [
      'minutes',
      {
        ...minutesOf(weeks),
        'lost by clients': lost('hours-lost-by-clients'),
        'lost by us': lost('hours-lost-by-us'),
        unrecorded: total(
          sessions.filter(({ status }) => ['awaiting-record', 'unrecorded'].includes(status)),
          ({ scheduledMinutes }) => scheduledMinutes,
        ),
      },
    ],
    ...[...levels].map(([level, own]) => [`level ${level}`, levelValues(own)] as const),
  ]);
}

/** Every week with a day in care, of which the day of discharge is none. */
export function weeksInCare(
  episode: KnownEpisode,
  sessions: DoseFacts['sessions'],
  { period: { from, to }, today, records }: Pick<DoseFacts, 'period' | 'today' | 'records'>,
): WeekInCare[] {
  const admitted = episode.period?.start ?? '';
  const ended = isOutOfContact(episode, today) ? episode.lastContact : episode.period?.end;
  const dayBefore = ended ? addDays(ended, -1) : to;
  const last = dayBefore < to ? dayBefore : to;
  const weeks: WeekInCare[] = [];
  for (
    let monday = mondayOf(admitted < from ? from : admitted);
    monday <= last;
    monday = addDays(monday, 7)
  ) {
    const sunday = addDays(monday, 6);
    const plan = planOf(episode, sunday < last ? sunday : last, records);
    const own = sessions.filter((session) => session.monday === monday);
    weeks.push({
      client: records.client(episode.patient.reference) ?? '',
      monday,
      level: levelOf(episode).level,
      prescribed: plan
        ? prescribedMinutes(
            plan,
            monday,
            stayOf({ ...episode, period: { start: admitted, end: ended } }, plan),
          )
        : null,
      recorded: total(own, ({ recordedMinutes }) => recordedMinutes ?? 0),
      assumed: total(own, assumedMinutes),
    });
  }
  return weeks;
}

function levelValues(weeks: readonly WeekInCare[]): ComparedValues {
  const known = weeks.filter(({ prescribed }) => (prescribed ?? 0) > 0);
  const ratio = ({ recorded, assumed, prescribed }: WeekInCare) =>
    (recorded + assumed) / (prescribed ?? 0);
  const isEngaged = (week: WeekInCare) => ratio(week) >= engagedFrom;
  const tenths = known.map((week) => Math.min(10, Math.floor((ratio(week) * 100 + 1e-7) / 10)));
  const clients = [...Map.groupBy(known, ({ client }) => client).values()];
  const interval = clusteredInterval(
    clients.map((own) => ({ counted: own.filter(isEngaged).length, of: own.length })),
  );
  const engaged = known.filter(isEngaged).length;
  return {
    weeks: known.length,
    'not known': weeks.length - known.length,
    bars: Array.from({ length: 11 }, (_, bar) => tenths.filter((one) => one === bar).length).join(
      ' ',
    ),
    ...minutesOf(known),
    numerator: engaged,
    denominator: known.length,
    excluded: 0,
    unrecorded: 0,
    value: known.length === 0 ? null : rounded(engaged / known.length, 9),
    low: rounded(interval?.low ?? null, 4),
    high: rounded(interval?.high ?? null, 4),
  };
}

const minutesOf = (weeks: readonly WeekInCare[]) => ({
  prescribed: total(weeks, ({ prescribed }) => prescribed ?? 0),
  recorded: total(weeks, ({ recorded }) => recorded),
  assumed: total(weeks, ({ assumed }) => assumed),
});

const total = <T>(all: readonly T[], amount: (one: T) => number): number =>
  all.reduce((sum, one) => sum + amount(one), 0);
