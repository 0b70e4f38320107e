import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import { episodeInSource } from './episode-in-source.ts';
import { SignedIn } from './signed-in.ts';

interface Milestone {
  id: string;
  status: string;
  due: string | null;
  lateDays: number;
}

interface Card {
  episodeId: string;
  stage: string;
  daysTo: number | null;
  next: string | null;
  destination: string | null;
  appointmentOn: string | null;
  missedOn: string | null;
  milestones: Milestone[];
}

interface Board {
  summary: Record<'clients' | 'late' | 'missed' | 'leaving' | 'unbooked', number>;
  cards: Card[];
  closed: { complete: number; noContact: number };
}

interface Flow {
  level: string | null;
  reason: number;
  destination: string | null;
  isReferred: boolean;
  came: string;
  discharges: number;
}

/** Aftercare as a running server shows it to a director. */
export class AnsweredAftercare {
  private readonly director: SignedIn;
  private readonly names = new Map<string, string | null>();

  private constructor(director: SignedIn) {
    this.director = director;
  }

  static async signIn(serverUrl: string): Promise<AnsweredAftercare> {
    return new AnsweredAftercare(await SignedIn.as(serverUrl, 'director'));
  }

  async board(asOf: number): Promise<ValuesByName> {
    const query = { asOf: new Date(asOf).toISOString() };
    const { summary, cards, closed } = await this.director.get<Board>('/api/aftercare', query);
    const { clients, late, missed, leaving, unbooked } = summary;
    const values: ValuesByName = new Map();
    for (const card of cards) {
      const name = await this.nameOf(card.episodeId);
      if (name) values.set(name, cardValues(card));
    }
    return values.set('all', {
      ...{ clients, late, missed, leaving, unbooked },
      ...{ complete: closed.complete, 'no contact': closed.noContact },
    });
  }

  async flows(asked: { from: string; to: string; asOf: string }): Promise<ValuesByName> {
    const { flows } = await this.director.get<{ flows: Flow[] }>(
      '/api/aftercare/transitions',
      asked,
    );
    return new Map(flows.map((flow) => [wayOf(flow), { discharges: flow.discharges }]));
  }

  private async nameOf(episodeId: string): Promise<string | null> {
    if (!this.names.has(episodeId))
      this.names.set(episodeId, await episodeInSource(this.director, episodeId));
    return this.names.get(episodeId) ?? null;
  }
}

function cardValues({ stage, daysTo, next, milestones, ...card }: Card): ComparedValues {
  return {
    ...{ stage, days: daysTo, next },
    due: milestones.find(({ id }) => id === next)?.due ?? null,
    late: milestones.filter(({ lateDays }) => lateDays > 0).length,
    'days late': milestones.reduce((sum, { lateDays }) => sum + lateDays, 0),
    ...{ destination: card.destination, appointment: card.appointmentOn, missed: card.missedOn },
    milestones: milestones.map(({ status }) => status).join(' '),
  };
}

const wayOf = ({ level, reason, destination, isReferred, came }: Flow): string =>
  [
    level ?? 'unknown',
    reason,
    destination ?? 'nowhere',
    isReferred ? 'referred' : 'not referred',
    came,
  ].join(', ');
