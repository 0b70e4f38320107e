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
export async function answeredFollowUps(
  serverUrl: string,
  asOf: number,
  persona: string,
): Promise<ValuesByName> {
  const director = await SignedIn.as(serverUrl, 'director');
  const reader = await SignedIn.as(serverUrl, persona);
  const query = { asOf: new Date(asOf).toISOString() };
  const { lines, reached } = await reader.get<List>('/api/aftercare/follow-ups', query);
  const names = new Map<string, string | null>();
  for (const { episodeId } of lines)
    if (!names.has(episodeId)) names.set(episodeId, await episodeInSource(director, episodeId));
  const values: ValuesByName = new Map();
  for (const { episodeId, name, from, to, status, isOpen, lateDays, tries } of lines) {
    const source = names.get(episodeId);
    if (source) values.set(`${source} ${name}`, { from, to, status, isOpen, lateDays, tries });
  }
  const { numerator, denominator, excluded, unrecorded } = reached.figure;
  return values.set('follow-up reached', { numerator, denominator, excluded, unrecorded });
}
