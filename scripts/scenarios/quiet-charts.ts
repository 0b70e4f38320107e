import { SESSION_MEASURES } from '#domain/measures/catalogue';
import { trendOf } from '#domain/measures/trend';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { measuredSessions } from '../recompute/recount/measured-session.ts';
import { partsOf } from '../recompute/recount/measure-figure.ts';
import {
  measureRules,
  type MeasureRule,
  type SessionAt,
} from '../recompute/recount/measure-rules.ts';
import { statusAt } from '../recompute/recount/outcome.ts';
import { addDays, dayAt, mondayOf } from '../recompute/recount/site-calendar.ts';
import { ClinicRecords } from '../recompute/source/clinic-records.ts';
import { endServices, startService } from '../start/service.ts';
import { waitForAnswer } from '../start/wait-for-answer.ts';
import { drawsOf, shareFlagged, shareFlaggedOfPeople, type Week } from './chance-findings.ts';

/** Charts of one measure of a clinic in which nothing happened. */
export interface QuietCharts {
  measure: string;
  charts: number;
  flagged: number;
  /** So many would be by chance, of the same people with their whole records. */
  byPeople: number;
  /** So many would be, were all sessions independent of each other. */
  bySessions: number;
  /** Charts without limits can show nothing. */
  withoutLimits: number;
}

export interface QuietClinic {
  clock: string;
  clients: string;
  seed: number;
  scenario: string;
}

const drawings = 100;
/** Of the half year that a chart shows unasked, the weeks that are over. */
const weeksOver = 25;
const typesCounted = [
  'Location',
  'HealthcareService',
  'Patient',
  'EpisodeOfCare',
  'CareTeam',
  'Appointment',
  'Encounter',
] as const;

type Session = SessionAt & { site: string; monday: string };

/**
 * The charts that a director would see of each site, of a clinic's own records: counted here in
 * words of our own (`npm run recompute` shows that the server counts the same), with the limits and
 * rules of the product. No server, so that hundreds of clinics can be looked at.
 */
export async function quietCharts(clinic: QuietClinic): Promise<QuietCharts[]> {
  const sessions = await sessionsOf(clinic);
  const thisMonday = mondayOf(dayAt(Date.parse(clinic.clock), 'America/New_York'));
  const mondays = Array.from({ length: weeksOver }, (_, week) =>
    addDays(thisMonday, 7 * (week - weeksOver)),
  );
  const sites = Map.groupBy(sessions, ({ site }) => site);
  return measureRules.map((rule) => {
    const draw = drawsOf(clinic.seed);
    return added(
      rule.id,
      [...sites.values()].map((own) => chartOf(rule, own, mondays, draw)),
    );
  });
}

async function sessionsOf({ clock, clients, seed, scenario }: QuietClinic): Promise<Session[]> {
  const port = await freePort();
  const fhirUrl = `http://localhost:${port}/fhir`;
  const asked = ['--clients', clients, '--seed', `${seed}`, '--scenario', scenario];
  const simulator = startService(
    'simulator',
    [join('simulator', 'main.ts'), '--port', `${port}`, ...asked],
    { ...process.env, CLOCK: clock },
  );
  try {
    await waitForAnswer(`${fhirUrl}/metadata`, AbortSignal.timeout(60_000));
    const records = new ClinicRecords(fhirUrl, typesCounted);
    await records.read(clock);
    const now = Date.parse(clock);
    return measuredSessions(records)
      .sessions.filter(({ start }) => start <= now)
      .map((one) => ({ ...one, status: one.walkIn ? 'walk-in' : statusAt(one, now) }));
  } finally {
    await endServices([simulator]);
  }
}

const clientOf = ({ client }: Session): string => client;
/** Whether a session is recorded is no matter of the client: a roster is taken whole, or not. */
const rosterOf = ({ service, start, site }: Session): string => `${service} ${start} ${site}`;

type Chart = Omit<QuietCharts, 'measure'>;

function chartOf(
  rule: MeasureRule,
  sessions: readonly Session[],
  mondays: readonly string[],
  draw: () => number,
): Chart {
  const measure = SESSION_MEASURES.find(({ id }) => id === rule.id);
  if (!measure) throw new Error(`There is no measure ${rule.id}`);
  const byWeek = Map.groupBy(sessions, ({ monday }) => monday);
  const { stretches, findings } = trendOf(
    measure,
    mondays.map((start) => {
      const own = byWeek.get(start) ?? [];
      const { excluded, unrecorded, ...parts } = partsOf(rule, own);
      return { start, open: false, ...parts, excluded, unrecorded, past: own.length };
    }),
    { every: 'week', asOf: addDays(mondays.at(-1) ?? '', 7) },
  );
  if (stretches.every(({ mean }) => mean === null))
    return { charts: 0, flagged: 0, byPeople: 0, bySessions: 0, withoutLimits: 1 };
  const chart = {
    isShare: rule.isShare,
    weeks: weeksOf(rule, sessions, mondays),
    people: [
      ...Map.groupBy(sessions, rule.id === 'completeness' ? rosterOf : clientOf).values(),
    ].map((own) => weeksOf(rule, own, mondays)),
  };
  return {
    charts: 1,
    flagged: findings.length > 0 ? 1 : 0,
    byPeople: shareFlaggedOfPeople(chart, draw, drawings),
    bySessions: shareFlagged(chart, draw, drawings),
    withoutLimits: 0,
  };
}

function weeksOf(
  rule: MeasureRule,
  sessions: readonly Session[],
  mondays: readonly string[],
): Week[] {
  const byWeek = Map.groupBy(sessions, ({ monday }) => monday);
  return mondays.map((monday) => {
    const { numerator, denominator } = partsOf(rule, byWeek.get(monday) ?? []);
    return { counted: numerator, of: denominator };
  });
}

function added(measure: string, all: readonly Chart[]): QuietCharts {
  const sum = (of: (chart: Chart) => number): number =>
    all.reduce((total, chart) => total + of(chart), 0);
  return {
    measure,
    charts: sum(({ charts }) => charts),
    flagged: sum(({ flagged }) => flagged),
    byPeople: sum(({ byPeople }) => byPeople),
    bySessions: sum(({ bySessions }) => bySessions),
    withoutLimits: sum(({ withoutLimits }) => withoutLimits),
  };
}
