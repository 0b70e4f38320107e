import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import { SignedIn } from './signed-in.ts';

/** The part of an answered line that is compared; declared here, so that nothing of ours is imported. */
interface AnsweredLine {
  clientId: string;
  recordNumber: string;
  inferred: boolean;
  counselor: { id: string; name: string } | null;
  week: number;
  phase: { number: number; of: number } | null;
  onHold: boolean;
  attendance: Record<'numerator' | 'denominator' | 'excluded' | 'unrecorded', number>;
  strip: { marks: string[] }[];
  hours: Record<'delivered' | 'assumed' | 'booked' | 'unrecorded', number> &
    Record<'prescribed' | 'missing', number | null>;
  lastSeenAt: string | null;
  daysSinceSeen: number;
  next: { startsAt: string; service: string } | null;
  urgency: string;
  flags: { rule: string; value: number }[];
}

/** The part of an answered brief that is compared. */
interface AnsweredBrief {
  news: { kind: string; count: number; note: string; clients: Named[] }[];
  hours: {
    clients: number;
    onHold: number;
    notPrescribed: number;
    hours: AnsweredLine['hours'];
    short: {
      clientId: string;
      hours: AnsweredLine['hours'];
      levelMinimum: number | null;
      payerDays: number;
      payerDayMinutes: number;
      schedule: string | null;
      makeUp: { startsAt: string; service: string }[];
    }[];
  };
}

interface Named {
  clientId: string;
  detail: string;
}

/** The caseloads as a running server answers them, read as the program's director. */
export class AnsweredCaseloads {
  private readonly director: SignedIn;

  private constructor(director: SignedIn) {
    this.director = director;
  }

  static async signIn(url: string): Promise<AnsweredCaseloads> {
    return new AnsweredCaseloads(await SignedIn.as(url, 'director'));
  }

  /** A counselor's id here, by the name that the source gives. */
  async counselorId(name: string): Promise<string> {
    const lines = await this.lines({});
    const ids = new Set(
      lines.flatMap(({ counselor }) => (counselor?.name === name ? [counselor.id] : [])),
    );
    const [id, another] = ids;
    if (id === undefined || another !== undefined) {
      throw new Error(`${ids.size} counselors are called ${name}`);
    }
    return id;
  }

  async of(counselorId: string, asOf: number): Promise<ValuesByName> {
    const query = { counselor: counselorId, asOf: new Date(asOf).toISOString() };
    const lines = await this.lines(query);
    return new Map(lines.map((line) => [line.recordNumber, valuesOf(line)]));
  }

  /** What the counselor reads before the list; clients by their record numbers. */
  async briefOf(counselorId: string, asOf: number): Promise<ValuesByName> {
    const query = { counselor: counselorId, asOf: new Date(asOf).toISOString() };
    const lines = await this.lines(query);
    const numbers = new Map(lines.map(({ clientId, recordNumber }) => [clientId, recordNumber]));
    const brief = await this.director.get<AnsweredBrief>('/api/caseload/brief', query);
    const { short, hours, ...counts } = brief.hours;
    return new Map<string, ComparedValues>([
      ['hours', { ...counts, ...hours }],
      ...brief.news.map(
        ({ kind, clients, count, note }) =>
          [`news ${kind}`, { count, note, clients: namesOf(kind, clients, numbers) }] as const,
      ),
      ...short.map(
        ({ clientId, hours: week, makeUp, ...said }) =>
          [
            `short ${numbers.get(clientId)}`,
            shortValues({ ...said, missing: week.missing }, makeUp),
          ] as const,
      ),
    ]);
  }

  private async lines(query: Record<string, string>): Promise<AnsweredLine[]> {
    const { lines } = await this.director.get<{ lines: AnsweredLine[] }>('/api/caseload', query);
    return lines;
  }
}

function valuesOf(line: AnsweredLine): ComparedValues {
  return {
    inferred: line.inferred,
    week: line.week,
    phase: line.phase?.number ?? null,
    phases: line.phase?.of ?? null,
    onHold: line.onHold,
    numerator: line.attendance.numerator,
    denominator: line.attendance.denominator,
    excluded: line.attendance.excluded,
    unrecorded: line.attendance.unrecorded,
    strip: line.strip.map(({ marks }) => marks.toSorted().join(' ')).join(' | '),
    'hours.delivered': line.hours.delivered,
    'hours.assumed': line.hours.assumed,
    'hours.booked': line.hours.booked,
    'hours.unrecorded': line.hours.unrecorded,
    'hours.prescribed': line.hours.prescribed,
    'hours.missing': line.hours.missing,
    lastSeenAt: line.lastSeenAt,
    daysSinceSeen: line.daysSinceSeen,
    next: line.next && `${line.next.startsAt} ${line.next.service}`,
    urgency: line.urgency,
    ...flagValues(line.flags),
  };
}

/** With what there is of each; of what is not recorded, that is a day in words. */
const namesOf = (
  kind: string,
  clients: readonly Named[],
  numbers: ReadonlyMap<string, string>,
): string =>
  clients
    .map(({ clientId, detail }) =>
      `${numbers.get(clientId)} ${kind === 'not-recorded' ? '' : detail}`.trim(),
    )
    .sort()
    .join(' | ');

const shortValues = (
  {
    missing,
    levelMinimum,
    payerDays,
    payerDayMinutes,
    schedule,
  }: Record<'missing' | 'levelMinimum', number | null> & {
    payerDays: number;
    payerDayMinutes: number;
    schedule: string | null;
  },
  makeUp: readonly { startsAt: string; service: string }[],
): ComparedValues => ({
  missing,
  levelMinimum,
  payerDays,
  payerDayMinutes,
  schedule,
  makeUp: makeUp
    .map(({ startsAt, service }) => `${startsAt} ${service}`)
    .sort()
    .join(' | '),
});

/** Of every rule that lists the client the numbers that met it, smallest first. */
function flagValues(flags: AnsweredLine['flags']): ComparedValues {
  const byRule = Map.groupBy(flags, ({ rule }) => rule);
  return Object.fromEntries(
    [...byRule].map(([rule, found]) => [
      `flag ${rule}`,
      found
        .map(({ value }) => value)
        .sort((a, b) => a - b)
        .join(' '),
    ]),
  );
}
