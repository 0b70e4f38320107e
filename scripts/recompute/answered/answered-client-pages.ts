import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import { SignedIn } from './signed-in.ts';

/** The part of an answered page that is compared; declared here, so that nothing of ours is imported. */
interface AnsweredPage {
  sessions: { status: string; walkIn: boolean }[];
  weeks: {
    monday: string;
    deliveredMinutes: number;
    assumedMinutes: number;
    prescribedMinutes: number | null;
  }[];
  measures: {
    instrument: string;
    change: string | null;
    dueOn: string | null;
    scores: { day: string; total: number | null; subscales: Record<string, number | null> }[];
  }[];
  specimens: {
    collectedOn: string;
    state: string;
    results: { analyte: string; expectation: string | null }[];
  }[];
  way: {
    plannedEnd: string | null;
    phases: { number: number; startsOn: string; endsOn: string }[];
  } | null;
  medication: { gaps: { medication: string; from: string; to: string }[] };
  background: { authorization: { used: number } | null };
  plan: { curriculum: { kind: string; attended: number }[] };
}

/** Clients' pages as a running server answers them, read as the program's director. */
export class AnsweredClientPages {
  private readonly director: SignedIn;
  private readonly ids: ReadonlyMap<string, string>;

  private constructor(director: SignedIn, ids: ReadonlyMap<string, string>) {
    this.director = director;
    this.ids = ids;
  }

  static async signIn(url: string, asOf: number): Promise<AnsweredClientPages> {
    const director = await SignedIn.as(url, 'director');
    const { lines } = await director.get<{ lines: { recordNumber: string; clientId: string }[] }>(
      '/api/caseload',
      { asOf: new Date(asOf).toISOString() },
    );
    return new AnsweredClientPages(
      director,
      new Map(lines.map(({ recordNumber, clientId }) => [recordNumber, clientId])),
    );
  }

  /** By the record numbers that are asked for; of a client who is not listed there is no page. */
  async of(recordNumbers: Iterable<string>, asOf: number): Promise<ValuesByName> {
    const pages: ValuesByName = new Map();
    for (const recordNumber of recordNumbers) {
      const id = this.ids.get(recordNumber);
      if (id === undefined) continue;
      const page = await this.director.get<AnsweredPage>(`/api/clients/${id}`, {
        asOf: new Date(asOf).toISOString(),
      });
      pages.set(recordNumber, valuesOf(page));
    }
    return pages;
  }
}

const valuesOf = (page: AnsweredPage): ComparedValues => ({
  ...sessionValues(page),
  ...Object.fromEntries(
    page.weeks.map((week) => [
      `week ${week.monday}`,
      `${week.deliveredMinutes} + ${week.assumedMinutes} of ${week.prescribedMinutes}`,
    ]),
  ),
  ...Object.fromEntries(page.measures.flatMap(measureValues)),
  ...specimenValues(page),
  gaps: page.medication.gaps
    .map(({ medication, from, to }) => `${medication} ${from} ${to}`)
    .sort()
    .join(' | '),
  ...Object.fromEntries(
    page.plan.curriculum.map(({ kind, attended }) => [`curriculum ${kind}`, attended]),
  ),
  phases: (page.way?.phases ?? [])
    .map(({ number, startsOn, endsOn }) => `${number} ${startsOn} ${endsOn}`)
    .join(' | '),
  'planned end': page.way?.plannedEnd ?? null,
  'authorization used': page.background.authorization?.used ?? null,
});

function sessionValues({ sessions }: AnsweredPage): ComparedValues {
  const byStatus = Map.groupBy(sessions, ({ status, walkIn }) => (walkIn ? 'walk-in' : status));
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [`sessions ${status}`, those.length]),
  );
}

const measureValues = ({
  instrument,
  change,
  dueOn,
  scores,
}: AnsweredPage['measures'][number]): [string, string | number | null][] => [
  ...scores.flatMap(({ day, total, subscales }): [string, number | null][] => [
    [`${instrument} ${day}`, total],
    ...Object.entries(subscales).map(([name, value]): [string, number | null] => [
      `${instrument} ${day} ${name}`,
      value,
    ]),
  ]),
  [`${instrument} change`, change],
  [`${instrument} due`, dueOn],
];

function specimenValues({ specimens }: AnsweredPage): ComparedValues {
  const days = Map.groupBy(specimens, ({ collectedOn }) => collectedOn);
  return Object.fromEntries(
    [...days].map(([day, those]) => [
      `specimen ${day}`,
      those
        .map(({ state, results }) => {
          const other = results.filter(({ expectation }) => expectation?.startsWith('unexpected'));
          return [state, ...other.map(({ analyte }) => analyte).sort()].join(' ');
        })
        .sort()
        .join(' | '),
    ]),
  );
}
