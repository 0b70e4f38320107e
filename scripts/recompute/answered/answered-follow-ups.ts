import type { ValuesByName } from '../compared-values.ts';
import { episodeInSource } from './episode-in-source.ts';
import { SignedIn } from './signed-in.ts';

interface Line {
  episodeId: string;
  name: string;
  from: string;
  to: string;
  status: string;
  isOpen: boolean;
  lateDays: number;
  tries: number;
}

interface List {
  lines: Line[];
  reached: { figure: Record<'numerator' | 'denominator' | 'excluded' | 'unrecorded', number> };
}

/** The follow-ups of those who left as a running server shows them; which stays they are, a director can say. */
export class AnsweredFollowUps {
  private readonly serverUrl: string;
  private readonly director: SignedIn;
  /** Of a stay that the source names once, always the same. */
  private readonly names = new Map<string, string | null>();

  private constructor(serverUrl: string, director: SignedIn) {
    this.serverUrl = serverUrl;
    this.director = director;
  }

  static async signIn(serverUrl: string): Promise<AnsweredFollowUps> {
    return new AnsweredFollowUps(serverUrl, await SignedIn.as(serverUrl, 'director'));
  }

  async of(persona: string, asOf: number): Promise<ValuesByName> {
    const reader = await SignedIn.as(this.serverUrl, persona);
    const query = { asOf: new Date(asOf).toISOString() };
    const { lines, reached } = await reader.get<List>('/api/aftercare/follow-ups', query);
    const values: ValuesByName = new Map();
    for (const { episodeId, name, from, to, status, isOpen, lateDays, tries } of lines) {
      const source = await this.inSource(episodeId);
      if (source) values.set(`${source} ${name}`, { from, to, status, isOpen, lateDays, tries });
    }
    const { numerator, denominator, excluded, unrecorded } = reached.figure;
    return values.set('follow-up reached', { numerator, denominator, excluded, unrecorded });
  }

  private async inSource(episodeId: string): Promise<string | null> {
    const known = this.names.get(episodeId);
    if (known !== undefined) return known;
    const name = await episodeInSource(this.director, episodeId);
    this.names.set(episodeId, name);
    return name;
  }
}
