import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import { SignedIn } from './signed-in.ts';

/** The part of an answered line that is compared; declared here, so that nothing of ours is imported. */
interface AnsweredLine {
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
  flags: { rule: string; value: number }[];
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

  private async lines(query: Record<string, string>): Promise<AnsweredLine[]> {
    const { lines } = await this.director.get<{ lines: AnsweredLine[] }>('/api/caseload', query);
    return lines;
  }
}

function valuesOf(line: AnsweredLine): ComparedValues {
  const flagged = (rule: string): number | undefined =>
    line.flags.find((flag) => flag.rule === rule)?.value;
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
    misses: flagged('consecutive-misses') ?? flagged('missed-last') ?? 0,
  };
}
