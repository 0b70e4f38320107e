import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import { SignedIn } from './signed-in.ts';

/** The parts of an answer that are compared; declared here, so that nothing of ours is imported. */
type Parts = Record<'numerator' | 'denominator' | 'excluded' | 'unrecorded', number>;
type Figure = Parts & {
  value: number | null;
  interval: { low: number; high: number } | null;
  reached?: { clients: number };
};

interface Series {
  id: string | null;
  name: string;
  figure: Figure;
  points: (Parts & { start: string; open: boolean })[];
}

interface Answer {
  from: string;
  to: string;
  clients: number;
  whole: Series;
  before: Figure | null;
  groups: Series[];
}

export interface MeasureAsked {
  from: string;
  to: string;
  asOf: string;
}

interface Level {
  level: string | null;
  weeks: number;
  notKnown: number;
  bars: number[];
  engaged: Figure;
  prescribedMinutes: number;
  recordedMinutes: number;
  assumedMinutes: number;
}

type Dose = { from: string; to: string; clients: number; levels: Level[] } & Record<
  | 'prescribedMinutes'
  | 'recordedMinutes'
  | 'assumedMinutes'
  | 'lostByClientsMinutes'
  | 'lostByUsMinutes'
  | 'unrecordedMinutes',
  number
>;

/** The measures as a running server answers them to one person. */
export class AnsweredMeasures {
  readonly name: string;
  private readonly person: SignedIn;

  private constructor(name: string, person: SignedIn) {
    this.name = name;
    this.person = person;
  }

  static async signIn(url: string, persona: string): Promise<AnsweredMeasures> {
    const person = await SignedIn.as(url, persona);
    const { name } = await person.get<{ name: string }>('/api/me');
    return new AnsweredMeasures(name, person);
  }

  async of(measure: string, split: 'site' | 'kind', asked: MeasureAsked): Promise<ValuesByName> {
    const query = { ...asked, by: 'week', split };
    const answer = await this.person.get<Answer>(`/api/measures/${measure}`, query);
    const { from, to, clients, whole, before, groups } = answer;
    return new Map([
      ['asked', { from, to, clients }],
      ...seriesValues('whole', whole),
      ...(before ? [['before', figureValues(before)] as const] : []),
      ...groups.flatMap((group) =>
        seriesValues(split === 'site' ? group.name : `${group.id}`, group),
      ),
    ]);
  }

  /** One that is not counted by sessions: its figure, and what each week was made of. */
  async tallied(measure: string, asked: MeasureAsked): Promise<ValuesByName> {
    const path = `/api/measures/${measure}`;
    const { whole } = await this.person.get<Answer>(path, { ...asked, by: 'week' });
    const { figure, points } = whole;
    return new Map<string, ComparedValues>([
      ['figure', { ...figureValues(figure), reached: figure.reached?.clients ?? null }],
      ...points.map((point) => [`week of ${point.start}`, partsOf(point)] as const),
    ]);
  }

  async dose(asked: MeasureAsked): Promise<ValuesByName> {
    const answer = await this.person.get<Dose>('/api/attendance/dose', { ...asked, by: 'week' });
    const { from, to, clients, levels } = answer;
    return new Map([
      ['asked', { from, to, clients }],
      [
        'minutes',
        {
          prescribed: answer.prescribedMinutes,
          recorded: answer.recordedMinutes,
          assumed: answer.assumedMinutes,
          'lost by clients': answer.lostByClientsMinutes,
          'lost by us': answer.lostByUsMinutes,
          unrecorded: answer.unrecordedMinutes,
        },
      ],
      ...levels.map((level) => [`level ${level.level}`, levelValues(level)] as const),
    ]);
  }

  /** How many rows are behind each part of the figure. */
  async cases(measure: string, asked: MeasureAsked): Promise<ComparedValues> {
    const totals: ComparedValues = {};
    for (const counts of ['numerator', 'denominator', 'excluded', 'unrecorded']) {
      const path = `/api/measures/${measure}/cases`;
      const { total } = await this.person.get<{ total: number }>(path, { ...asked, counts });
      totals[counts] = total;
    }
    return totals;
  }
}

const levelValues = ({ engaged, bars, ...level }: Level): ComparedValues => ({
  weeks: level.weeks,
  'not known': level.notKnown,
  bars: bars.join(' '),
  prescribed: level.prescribedMinutes,
  recorded: level.recordedMinutes,
  assumed: level.assumedMinutes,
  ...figureValues(engaged),
});

const seriesValues = (name: string, { figure, points }: Series): [string, ComparedValues][] => [
  [name, figureValues(figure)],
  ...points.map(({ start, open, ...point }): [string, ComparedValues] => [
    `${name}, week of ${start}`,
    { ...partsOf(point), open },
  ]),
];

const figureValues = ({ value, interval, ...figure }: Figure): ComparedValues => ({
  ...partsOf(figure),
  value: rounded(value, 9),
  // Libraries' quantiles differ in the eighth digit, and what they lead to in about the ninth.
  low: rounded(interval?.low ?? null, 4),
  high: rounded(interval?.high ?? null, 4),
});

const partsOf = ({ numerator, denominator, excluded, unrecorded }: Parts): Parts => ({
  numerator,
  denominator,
  excluded,
  unrecorded,
});

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));
