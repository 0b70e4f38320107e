import type { CarePlan, EpisodeOfCare } from 'fhir/r4';
import type { CaseloadValues } from './caseload-values.ts';
import { type ClientSession, sessionsByClient } from './client-session.ts';
import type { ClinicRecords } from './clinic-records.ts';
import { recomputedLine } from './recomputed-line.ts';
import { dayAt } from './site-calendar.ts';

const timeZoneExtension = 'http://hl7.org/fhir/StructureDefinition/timezone';
const admittedStatuses = ['active', 'onhold', 'finished'];
const notMeant = ['draft', 'entered-in-error'];

export interface Counselor {
  name: string;
  site: string;
  timeZone: string;
}

/** Every caseload of the clinic, worked out from its records as they are now. */
export class RecomputedCaseloads {
  private readonly records: ClinicRecords;
  private readonly sessions: Map<string, ClientSession[]>;

  constructor(records: ClinicRecords) {
    this.records = records;
    this.sessions = sessionsByClient(records);
  }

  /** The lines of one counselor, by the clients' record numbers. */
  of(counselor: string, asOf: number): Map<string, CaseloadValues> {
    const lines = this.activeEpisodes(asOf)
      .filter((episode) => episode.careManager?.display === counselor)
      .map((episode) => [this.recordNumberOf(episode), this.lineOf(episode, asOf)] as const);
    return new Map(lines);
  }

  /** The counselor with most clients of each site. */
  busiestOfEachSite(asOf: number): Counselor[] {
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
      .flatMap((episode) => this.sessions.get(episode.patient.reference ?? '') ?? [])
      .filter((one) => one.end <= before && one.statusAt(one.end + 1) === 'awaiting-record')
      .reduce<number | undefined>((latest, { end }) => Math.max(latest ?? 0, end), undefined);
  }

  private lineOf(episode: EpisodeOfCare, asOf: number): CaseloadValues {
    const { timeZone } = this.placeOf(episode);
    return recomputedLine(
      {
        episode,
        timeZone,
        plan: this.planOf(episode, dayAt(asOf, timeZone)),
        sessions: this.sessions.get(episode.patient.reference ?? '') ?? [],
      },
      asOf,
    );
  }

  /** Admitted on or before the day, and not yet discharged on it; the day is the site's. */
  private activeEpisodes(asOf: number): EpisodeOfCare[] {
    return this.records.episodes().filter((episode) => {
      const day = dayAt(asOf, this.placeOf(episode).timeZone);
      const { start, end } = episode.period ?? {};
      if (!admittedStatuses.includes(episode.status) || start === undefined) return false;
      return start <= day && (end === undefined || day < end);
    });
  }

  private placeOf({ managingOrganization }: EpisodeOfCare): { site: string; timeZone: string } {
    const program = this.records
      .services()
      .find(({ providedBy }) => providedBy?.reference === managingOrganization?.reference);
    const site = this.records.location(program?.location?.[0]?.reference);
    const zone = site?.extension?.find(({ url }) => url === timeZoneExtension)?.valueCode;
    if (!site?.name || !zone) throw new Error(`No site of ${managingOrganization?.display}`);
    return { site: site.name, timeZone: zone };
  }

  /** The client's latest plan that has begun and reaches into the episode. */
  private planOf({ patient, period }: EpisodeOfCare, day: string): CarePlan | undefined {
    return this.records
      .plans()
      .filter(
        ({ subject, status }) =>
          subject.reference === patient.reference && !notMeant.includes(status),
      )
      .filter((plan) => (plan.period?.start ?? '') <= day)
      .filter((plan) => (plan.period?.end ?? '9') > (period?.start ?? ''))
      .sort((a, b) => (a.period?.start ?? '').localeCompare(b.period?.start ?? ''))
      .at(-1);
  }

  private recordNumberOf({ patient }: EpisodeOfCare): string {
    const identifiers = this.records.patient(patient.reference)?.identifier ?? [];
    return identifiers[0]?.value ?? `${patient.reference}`;
  }
}
