import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import { SignedIn } from './signed-in.ts';

interface AnsweredTask {
  rule: string;
  client: { id: string } | null;
  evidence: string;
  dueAt: string;
  overdue: boolean;
}

interface AnsweredToday {
  startsAt: string;
  service: string;
  expected: number;
  arrived: number;
  unmarked: boolean;
}

/** Of aftercare: its follow-ups are compared line by line. */
const notRecounted: ReadonlySet<string> = new Set(['aftercare', 'follow-up']);

/** What a running server asks of one person, and shows them of their day. */
export class AnsweredTasks {
  private readonly reader: SignedIn;
  /** Knows everybody's record number. */
  private readonly director: SignedIn;
  readonly name: string;

  private constructor(reader: SignedIn, director: SignedIn, name: string) {
    this.reader = reader;
    this.director = director;
    this.name = name;
  }

  static async signIn(url: string, persona: string): Promise<AnsweredTasks> {
    const reader = await SignedIn.as(url, persona);
    const { name } = await reader.get<{ name: string }>('/api/me');
    return new AnsweredTasks(reader, await SignedIn.as(url, 'director'), name);
  }

  /** By rule and client. */
  async tasks(asOf: number): Promise<ValuesByName> {
    const query = { whose: 'team', asOf: new Date(asOf).toISOString() };
    const { lines } = await this.director.get<{
      lines: { clientId: string; recordNumber: string }[];
    }>('/api/caseload', { asOf: query.asOf });
    const numbers = new Map(lines.map(({ clientId, recordNumber }) => [clientId, recordNumber]));
    const { tasks } = await this.reader.get<{ tasks: AnsweredTask[] }>('/api/tasks', query);
    const counted = tasks.filter(({ rule }) => !notRecounted.has(rule));
    const byRule = Map.groupBy(counted, (task) => nameOf(task, numbers));
    return new Map([...byRule].map(([name, own]) => [name, valuesOf(own)]));
  }

  /** Their own sessions of the day. */
  async today(asOf: number): Promise<ValuesByName> {
    const query = { asOf: new Date(asOf).toISOString() };
    const { today } = await this.reader.get<{ today: AnsweredToday[] | null }>(
      '/api/caseload/brief',
      query,
    );
    return new Map(
      (today ?? []).map(({ startsAt, service, expected, arrived, unmarked }) => [
        `today ${startsAt} ${service}`,
        { expected, arrived, unmarked },
      ]),
    );
  }
}

function nameOf(
  { rule, client, evidence }: AnsweredTask,
  numbers: ReadonlyMap<string, string>,
): string {
  if (client) return `${rule} ${numbers.get(client.id) ?? client.id}`;
  return `${rule}, ${/\d+ of \d+/.exec(evidence)?.[0] ?? ''}`;
}

const valuesOf = (tasks: readonly AnsweredTask[]): ComparedValues => ({
  due: tasks
    .map(({ dueAt }) => dueAt)
    .sort()
    .join(' '),
  overdue: tasks.filter(({ overdue }) => overdue).length,
});
