import type { CarePlan } from 'fhir/r4';
import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { NOTHING_WRITTEN, type OwnEntries, type OwnPlanEntry } from '../own-entries/own-entries.ts';
import { type Attendance, attendancesOf } from './attendance.ts';
import { type ClinicalRecord, clinicalRecords } from './clinical-record.ts';
import { briefValues, type ClientInCare } from './brief/brief-values.ts';
import { clientPageValues } from './client-page.ts';
import { handedOverAt } from './flags/stay-flags.ts';
import { admittedStatuses, isOutOfContact, type KnownEpisode } from './known-episode.ts';
import { knownEpisodes } from './known-episodes.ts';
import { statusAt } from './outcome.ts';
import { contradicted, planAsWritten } from './plan-as-written.ts';
import { planOf } from './plan-of-episode.ts';
import { recomputedLine } from './recomputed-line.ts';
import { episodesInReach, type Reader } from './reader-reach.ts';
import { taskValues } from './tasks/task-values.ts';
import { todaysSessions } from './brief/todays-sessions.ts';
import { prescribersIn } from './prescribers.ts';
import { addDays, dayAt } from './site-calendar.ts';
import { siteZone } from './site-zone.ts';

const daysNew = 7;
const counselorsCompared = 10;

export interface Counselor {
  name: string;
  site: string;
  timeZone: string;
}

/** Every caseload of the clinic, worked out from its records as they are now. */
export class RecomputedCaseloads {
  private readonly records: ClinicRecords;
  private readonly attendances: readonly Attendance[];
  private readonly sessions: Map<string, Attendance[]>;
  private readonly episodes: readonly KnownEpisode[];
  private readonly recordOf: (client: string) => ClinicalRecord;
  private readonly prescribers: ReadonlySet<string>;

  private readonly entries: OwnEntries;

  /** What staff wrote here counts beside the records. */
  constructor(records: ClinicRecords, entries: OwnEntries = NOTHING_WRITTEN) {
    this.records = records;
    this.entries = entries;
    const attendances = attendancesOf(records);
    this.attendances = attendances;
    this.sessions = Map.groupBy(attendances, ({ client }) => client);
    this.episodes = knownEpisodes(records, attendances);
    this.recordOf = clinicalRecords(records, this.episodes);
    this.prescribers = prescribersIn(records);
  }

  /** The lines of one counselor, by the clients' record numbers. */
  of(counselor: string, asOf: number): ValuesByName {
    const own = this.clientsOf(counselor, asOf);
    return new Map(own.map(({ recordNumber, line }) => [recordNumber, line]));
  }

  /** What the counselor reads before the list. */
  briefOf(counselor: string, asOf: number): ValuesByName {
    return briefValues(this.clientsOf(counselor, asOf), this.attendances, this.records, asOf);
  }

  /** The sessions that somebody leads on the day. */
  todayOf(counselor: string, asOf: number): ValuesByName {
    return todaysSessions(counselor, this.attendances, asOf, this.records);
  }

  /** The pages of the first so many clients in care, by their record numbers. */
  pagesAt(asOf: number, most: number): ValuesByName {
    const first = this.clientsIn(this.activeEpisodes(asOf), asOf)
      .sort((a, b) => (a.recordNumber < b.recordNumber ? -1 : 1))
      .slice(0, most);
    return new Map(
      first.map((client) => {
        const plan = this.planHeld(client.episode, asOf);
        const onHold = client.line['onHold'] === true;
        return [client.recordNumber, clientPageValues({ ...client, plan, onHold }, asOf)];
      }),
    );
  }

  /** What is asked of a reader and of everybody whose clients they reach. */
  tasksOf(reader: Reader, asOf: number): ValuesByName {
    const reached = episodesInReach(reader, this.episodes, this.records);
    const clients = new Set(
      [...reached].map(({ patient }) => this.records.client(patient.reference)),
    );
    const inCare = this.clientsIn(
      this.activeEpisodes(asOf).filter(({ patient }) =>
        clients.has(this.records.client(patient.reference)),
      ),
      asOf,
    );
    const plans = Map.groupBy(this.records.all('CarePlan'), ({ subject }) =>
      this.records.client(subject.reference),
    );
    return taskValues(
      inCare.map((one) => ({
        ...one,
        asOf,
        plans: plans.get(one.client) ?? [],
        plan: this.planHeld(one.episode, asOf),
        onHold: one.line['onHold'] === true,
        deceased: this.isDeceased(one.client),
        contacts: this.entries.contacts.filter(
          ({ recordNumber }) => recordNumber === one.recordNumber,
        ),
        firstReadAt: this.records.firstReadAt,
        resultsSince: this.resultsSince,
      })),
      // Who leads a session completes its roster, whosever clients they are.
      this.attendances.filter(
        ({ client, leader }) => clients.has(client) || leader?.display === reader.name,
      ),
      this.entries,
      asOf,
    );
  }

  /** The plan of an episode with what staff had written of it by then. */
  private planHeld(episode: KnownEpisode, asOf: number): CarePlan | undefined {
    const day = dayAt(asOf, this.placeOf(episode).timeZone);
    return planAsWritten(planOf(episode, day, this.records), this.plansWritten(episode, asOf));
  }

  private plansWritten(episode: KnownEpisode, asOf: number): OwnPlanEntry[] {
    const own = this.recordNumberOf(episode);
    return this.entries.plans.filter(({ recordNumber, at }) => recordNumber === own && at <= asOf);
  }

  /** What is older than two weeks before the first reading was seen to by other means. */
  private get resultsSince(): string {
    return addDays(this.records.firstReadOn, -14);
  }

  private isDeceased(client: string): boolean {
    const { deceasedBoolean, deceasedDateTime } = this.records.named('Patient', client) ?? {};
    return deceasedBoolean === true || deceasedDateTime !== undefined;
  }

  private clientsOf(counselor: string, asOf: number): ClientInCare[] {
    const own = this.activeEpisodes(asOf).filter(
      ({ careManager }) => careManager?.display === counselor,
    );
    return this.clientsIn(own, asOf);
  }

  private clientsIn(episodes: readonly KnownEpisode[], asOf: number): ClientInCare[] {
    return episodes.map((episode) => {
      const client = this.records.client(episode.patient.reference) ?? '';
      return {
        client,
        recordNumber: this.recordNumberOf(episode),
        episode,
        record: this.recordOf(client),
        sessions: this.sessionsOf(episode),
        timeZone: this.placeOf(episode).timeZone,
        payerRules: this.entries.payerRules,
        capacities: this.entries.capacities,
        keptApart: this.keptApartFrom(this.recordNumberOf(episode), asOf),
        plansWritten: this.plansWritten(episode, asOf),
        line: this.lineOf(episode, asOf),
      };
    });
  }

  /** Clients whom the one of a record number is not to meet, as it was written down by then. */
  private keptApartFrom(recordNumber: string, asOf: number): string[] {
    const numbers = this.entries.keptApart
      .filter(({ at }) => at <= asOf)
      .flatMap(({ one, other }) =>
        one === recordNumber ? [other] : other === recordNumber ? [one] : [],
      );
    return this.episodes
      .filter((episode) => numbers.includes(this.recordNumberOf(episode)))
      .map(({ patient }) => this.records.client(patient.reference) ?? '');
  }

  /** The ten with most clients, and whoever has a client by their sessions alone. */
  counselorsToCompare(asOf: number): Counselor[] {
    const byName = Map.groupBy(
      this.activeEpisodes(asOf).filter(({ careManager }) => careManager?.display !== undefined),
      ({ careManager }) => careManager?.display ?? '',
    );
    const busiest = [...byName].sort(([, a], [, b]) => b.length - a.length);
    return busiest
      .filter(
        ([, own], index) =>
          index < counselorsCompared || own.some(({ lastContact }) => lastContact !== undefined),
      )
      .flatMap(([name, [first]]) => (first ? [{ name, ...this.placeOf(first) }] : []));
  }

  /** The latest end of a counselor's session that has no outcome, at least so long ago. */
  endWithoutOutcome(counselor: string, before: number): number | undefined {
    return this.activeEpisodes(before)
      .filter((episode) => episode.careManager?.display === counselor)
      .flatMap((episode) => this.sessionsOf(episode))
      .filter(({ walkIn, waitlisted }) => !walkIn && !waitlisted)
      .filter((one) => one.end <= before && statusAt(one, one.end + 1) === 'awaiting-record')
      .reduce<number | undefined>((latest, { end }) => Math.max(latest ?? 0, end), undefined);
  }

  private lineOf(episode: KnownEpisode, asOf: number): ComparedValues {
    const { timeZone } = this.placeOf(episode);
    return recomputedLine(
      {
        episode,
        timeZone,
        plan: this.planHeld(episode, asOf),
        contradicted: contradicted(
          planOf(episode, dayAt(asOf, timeZone), this.records),
          this.plansWritten(episode, asOf),
        ),
        sessions: this.sessionsOf(episode),
        record: this.recordOf(this.records.client(episode.patient.reference) ?? ''),
        prescribers: this.prescribers,
        payerRules: this.entries.payerRules,
        handedOver: handedOverAt(episode, this.records, asOf - daysNew * 86_400_000, asOf),
        isSettled: ({ day, form }) =>
          day < this.resultsSince ||
          this.entries.assessed.some(
            (one) =>
              one.day === day &&
              one.form === form.id &&
              one.at <= asOf &&
              one.recordNumber === this.recordNumberOf(episode),
          ),
      },
      asOf,
    );
  }

  /** Admitted on or before the day, and not yet discharged on it; the day is the site's. */
  private activeEpisodes(asOf: number): KnownEpisode[] {
    return this.episodes.filter((episode) => {
      const day = dayAt(asOf, this.placeOf(episode).timeZone);
      const { start, end } = episode.period ?? {};
      if (!admittedStatuses.includes(episode.status) || start === undefined) return false;
      if (isOutOfContact(episode, day)) return false;
      return start <= day && (end === undefined || day < end);
    });
  }

  private placeOf({ managingOrganization }: KnownEpisode): { site: string; timeZone: string } {
    const program = this.records
      .all('HealthcareService')
      .find(({ providedBy }) => providedBy?.reference === managingOrganization?.reference);
    const place = program?.location?.[0]?.reference;
    const site = this.records.named('Location', place)?.name;
    if (!site) throw new Error(`No site of ${managingOrganization?.display}`);
    return { site, timeZone: siteZone(this.records, place) };
  }

  private recordNumberOf({ patient }: KnownEpisode): string {
    const client = this.records.client(patient.reference);
    return this.records.named('Patient', client)?.identifier?.[0]?.value ?? `${client}`;
  }

  private sessionsOf({ patient }: KnownEpisode): Attendance[] {
    return this.sessions.get(this.records.client(patient.reference) ?? '') ?? [];
  }
}
