import type { OwnCapacity, OwnMilestone, OwnPayerRule } from '../../own-entries/own-entries.ts';
import type { ClinicRecords } from '../../source/clinic-records.ts';
import type { Attendance } from '../attendance.ts';
import type { GroupPlace } from '../group-places.ts';
import { admittedStatuses, isOutOfContact, type KnownEpisode } from '../known-episode.ts';
import type { MeasuredSession } from '../measured-session.ts';
import type { SessionAt } from '../measure-rules.ts';
import { programZone } from '../program-zone.ts';
import { dayAt, mondayOf } from '../site-calendar.ts';

type Session = MeasuredSession & SessionAt;

export interface TalliedFacts {
  /** Weeks, both days counted. */
  period: { from: string; to: string };
  asOf: number;
  /** Where the day begins last. */
  today: string;
  episodes: readonly KnownEpisode[];
  /** Everybody's: who comes back may come back to another counselor. */
  everyEpisode: readonly KnownEpisode[];
  /** Of these episodes, begun. */
  sessions: readonly Session[];
  attendances: readonly Attendance[];
  records: ClinicRecords;
  payerRules: readonly OwnPayerRule[];
  /** In sessions of groups that the reader sees. */
  places: readonly GroupPlace[];
  capacities: readonly OwnCapacity[];
  milestones: readonly OwnMilestone[];
}

/** What is counted once. */
export interface Tally {
  client: string;
  monday: string;
  counted: number;
  of: number;
  excluded?: number;
  unrecorded?: number;
}

export const attended = ['attended', 'attended-late', 'left-early'];

/** Of one episode, as it is now. */
export const tallyOf = (episode: KnownEpisode, facts: TalliedFacts, counted: number): Tally => ({
  client: facts.records.client(episode.patient.reference) ?? '',
  monday: mondayOf(facts.today),
  counted,
  of: 1,
});

export const inCareNow = (facts: TalliedFacts): KnownEpisode[] =>
  facts.episodes.filter((episode) =>
    isInCare(episode, dayAt(facts.asOf, programZone(episode, facts.records))),
  );

export function isInCare(episode: KnownEpisode, day: string): boolean {
  const { start = '9', end = '9' } = episode.period ?? {};
  if (!admittedStatuses.includes(episode.status) || isOutOfContact(episode, day)) return false;
  return start <= day && day < end;
}
