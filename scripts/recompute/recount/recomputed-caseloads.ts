import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { type Attendance, attendancesOf } from './attendance.ts';
import { admittedStatuses, isOutOfContact, type KnownEpisode } from './known-episode.ts';
import { knownEpisodes } from './known-episodes.ts';
import { statusAt } from './outcome.ts';
import { planOf } from './plan-of-episode.ts';
import { recomputedLine } from './recomputed-line.ts';
import { dayAt } from './site-calendar.ts';
import { siteZone } from './site-zone.ts';

export interface Counselor {
  name: string;
  site: string;
  timeZone: string;
}

/** Every caseload of the clinic, worked out from its records as they are now. */
export class RecomputedCaseloads {
  private readonly records: ClinicRecords;
  private readonly sessions: Map<string, Attendance[]>;
  private readonly episodes: readonly KnownEpisode[];

  constructor(records: ClinicRecords) {
    this.records = records;
    const attendances = attendancesOf(records);
    this.sessions = Map.groupBy(attendances, ({ client }) => client);
    this.episodes = knownEpisodes(records, attendances);
  }

  /** The lines of one counselor, by the clients' record numbers. */
  of(counselor: string, asOf: number): ValuesByName {
    const lines = this.activeEpisodes(asOf)
      .filter((episode) => episode.careManager?.display === counselor)
      .map((episode) => [this.recordNumberOf(episode), this.lineOf(episode, asOf)] as const);
    return new Map(lines);
  }

  /** The counselor with most clients of each site, and whoever has a client by their sessions alone. */
  counselorsToCompare(asOf: number): Counselor[] {
    const byName = new Map(
      [...this.counselorsBySessions(asOf), ...this.busiestOfEachSite(asOf)].map(
        (counselor) => [counselor.name, counselor] as const,
      ),
    );
    return [...byName.values()];
  }

  private counselorsBySessions(asOf: number): Counselor[] {
    return this.activeEpisodes(asOf)
      .filter(({ lastContact }) => lastContact !== undefined)
      .flatMap((episode) => {
        const name = episode.careManager?.display;
        return name === undefined ? [] : [{ name, ...this.placeOf(episode) }];
      });
  }

  private busiestOfEachSite(asOf: number): Counselor[] {
    const active = this.activeEpisodes(asOf);
    const busiest = new Map<string, { counselor: Counselor; clients: number }>();
    for (const name of new Set(active.map(({ careManager }) => careManager?.display))) {
      const own = active.filter(({ careManager }) => careManager?.display === name);
      const place = own[0] && this.placeOf(own[0]);
      if (name === undefined || !place) continue;
      const clients = own.length;
      if (clients <= (busiest.get(place.site)?.clients ?? 0)) continue;
      busiest.set(place.site, { counselor: { name, ...place }, clients });
    }
    return [...busiest.values()].map(({ counselor }) => counselor);
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
        plan: planOf(episode, dayAt(asOf, timeZone), this.records),
        sessions: this.sessionsOf(episode),
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
