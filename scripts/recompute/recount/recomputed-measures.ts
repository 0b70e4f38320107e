import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { doseValues } from './dose-values.ts';
import type { KnownEpisode } from './known-episode.ts';
import { type MeasuredSession, measuredSessions } from './measured-session.ts';
import { figureValues, partsOf } from './measure-figure.ts';
import { type MeasureRule, measureRules, type SessionAt, takenAs } from './measure-rules.ts';
import { statusAt } from './outcome.ts';
import { episodesInReach, type Reader } from './reader-reach.ts';
import { addDays, dayAt, mondayOf } from './site-calendar.ts';
import { siteZone } from './site-zone.ts';
import { NOTHING_WRITTEN, type OwnEntries } from '../own-entries/own-entries.ts';
import { flowValues } from './aftercare/flow-values.ts';
import { groupPlaces } from './group-places.ts';
import {
  dischargeRules,
  talliedCases,
  talliedRules,
  talliedValues,
} from './tallied/tallied-values.ts';
import type { TalliedFacts } from './tallied/tally.ts';
import type { Attendance } from './attendance.ts';

/** Weeks asked for, both days included. */
export interface WeeksAsked {
  from: string;
  to: string;
}

export type Split = 'site' | 'kind';
type Session = MeasuredSession & SessionAt;

const weeksAsked = 13;

/** The measures of sessions, worked out from a clinic's records as they are now. */
export class RecomputedMeasures {
  private readonly records: ClinicRecords;
  private readonly sessions: readonly MeasuredSession[];
  private readonly episodes: readonly KnownEpisode[];
  private readonly attendances: readonly Attendance[];

  private readonly entries: Pick<OwnEntries, 'payerRules' | 'capacities' | 'milestones'>;

  constructor(records: ClinicRecords, entries: OwnEntries = NOTHING_WRITTEN) {
    this.records = records;
    this.entries = entries;
    const { sessions, episodes, attendances } = measuredSessions(records);
    this.sessions = sessions;
    this.episodes = episodes;
    this.attendances = attendances;
  }

  readonly measures: readonly string[] = measureRules.map(({ id }) => id);
  /** Those that are not added up over sessions. */
  readonly tallied: readonly string[] = talliedRules.map(({ id }) => id);
  /** Of them, those of what came after discharges. */
  readonly ofDischarges: readonly string[] = dischargeRules.map(({ id }) => id);

  talliedOf(reader: Reader, asOf: number): (measure: string) => ValuesByName {
    const facts = this.talliedFacts(reader, asOf);
    return (measure) => talliedValues(talliedRule(measure), facts);
  }

  talliedCasesOf(reader: Reader, asOf: number): (measure: string) => ComparedValues {
    const facts = this.talliedFacts(reader, asOf);
    return (measure) => talliedCases(talliedRule(measure), facts);
  }

  /** Of everybody who left in the weeks up to an instant. */
  flows(asOf: number): ValuesByName {
    return flowValues(this.talliedFacts({ role: 'director', name: '' }, asOf));
  }

  private talliedFacts(reader: Reader, asOf: number): TalliedFacts {
    const period = this.weeksUpTo(asOf);
    return {
      period,
      asOf,
      today: this.today(asOf),
      episodes: [...episodesInReach(reader, this.episodes, this.records)],
      everyEpisode: this.episodes,
      // Of a streak the beginning counts, whichever weeks are asked for.
      sessions: this.begun(reader, { from: '2000-01-03', to: period.to }, asOf),
      attendances: this.attendances,
      records: this.records,
      ...{ payerRules: this.entries.payerRules, capacities: this.entries.capacities },
      milestones: this.entries.milestones,
      places: this.placesSeen(reader),
    };
  }

  /** Of clients in reach, whichever episode it was, and of every session that the reader led. */
  private placesSeen(reader: Reader) {
    const places = groupPlaces(this.attendances);
    if (reader.role === 'director') return places;
    const reached = new Set(
      [...episodesInReach(reader, this.episodes, this.records)].map(({ patient }) =>
        this.records.client(patient.reference),
      ),
    );
    return places.filter(
      ({ client, leader }) => reached.has(client) || leader?.display === reader.name,
    );
  }

  /** A week is over when it is over everywhere: today is where the day begins last. */
  today(asOf: number): string {
    const days = this.records
      .all('Location')
      .map(({ id }) => dayAt(asOf, siteZone(this.records, `Location/${id}`)));
    return days.sort()[0] ?? '';
  }

  /** Thirteen weeks, the last of them that of the instant. */
  weeksUpTo(asOf: number): WeeksAsked {
    const monday = mondayOf(this.today(asOf));
    return { from: addDays(monday, -7 * (weeksAsked - 1)), to: addDays(monday, 6) };
  }

  /** Figure and points of the whole and of each part of the split, by name. */
  answer(reader: Reader, measure: string, split: Split, asOf: number): ValuesByName {
    const rule = ruleOf(measure);
    const weeks = this.weeksUpTo(asOf);
    const sessions = this.begun(reader, weeks, asOf);
    const parts = Map.groupBy(sessions, (session) => session[split]);
    const { from } = weeks;
    const days = 7 * weeksAsked;
    const before = this.begun(reader, { from: addDays(from, -days), to: addDays(from, -1) }, asOf);
    return new Map([
      ['asked', { ...weeks, clients: new Set(sessions.map(({ client }) => client)).size }],
      ...this.series('whole', rule, sessions, asOf),
      ...(before.length > 0 ? [['before', figureValues(rule, before)] as const] : []),
      ...[...parts].flatMap(([name, own]) => this.series(name, rule, own, asOf)),
    ]);
  }

  /** How many sessions stand behind each part of the figure. */
  cases(reader: Reader, measure: string, asOf: number): ComparedValues {
    const sessions = this.begun(reader, this.weeksUpTo(asOf), asOf);
    return Object.fromEntries(
      Object.entries(takenAs(ruleOf(measure))).map(([part, statuses]) => [
        part,
        sessions.filter(({ status }) => statuses.includes(status)).length,
      ]),
    );
  }

  /** What was prescribed in the weeks that are over, and what became of it. */
  dose(reader: Reader, asOf: number): ValuesByName {
    const { from } = this.weeksUpTo(asOf);
    const to = addDays(mondayOf(this.today(asOf)), -1);
    const reached = episodesInReach(reader, this.episodes, this.records);
    return doseValues({
      period: { from, to },
      today: this.today(asOf),
      episodes: [...reached],
      sessions: this.begun(reader, { from, to }, asOf),
      records: this.records,
    });
  }

  private series(
    name: string,
    rule: MeasureRule,
    sessions: readonly Session[],
    asOf: number,
  ): [string, ComparedValues][] {
    const { from } = this.weeksUpTo(asOf);
    const byWeek = Map.groupBy(sessions, ({ monday }) => monday);
    const mondays = Array.from({ length: weeksAsked }, (_, week) => addDays(from, 7 * week));
    return [
      [name, figureValues(rule, sessions)],
      ...mondays.map((monday): [string, ComparedValues] => [
        `${name}, week of ${monday}`,
        {
          ...partsOf(rule, byWeek.get(monday) ?? []),
          open: addDays(monday, 7) > this.today(asOf),
        },
      ]),
    ];
  }

  /** Of those within the reader's reach, what had begun, as it then was. */
  private begun(reader: Reader, { from, to }: WeeksAsked, asOf: number): Session[] {
    const reached = episodesInReach(reader, this.episodes, this.records);
    return this.sessions
      .filter(({ episode, day }) => reached.has(episode) && from <= day && day <= to)
      .filter(({ start }) => start <= asOf)
      .map((session) => ({
        ...session,
        status: session.walkIn ? 'walk-in' : statusAt(session, asOf),
      }));
  }
}

function ruleOf(measure: string): MeasureRule {
  const rule = measureRules.find(({ id }) => id === measure);
  if (!rule) throw new Error(`There is no rule for ${measure}`);
  return rule;
}

function talliedRule(measure: string) {
  const rule = talliedRules.find(({ id }) => id === measure);
  if (!rule) throw new Error(`There is no rule for ${measure}`);
  return rule;
}
