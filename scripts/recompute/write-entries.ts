import { randomUUID } from 'node:crypto';
import { SignedIn } from './answered/signed-in.ts';
import { healthOf } from './clinic-to-check.ts';
import { addDays } from './recount/site-calendar.ts';
import type { OwnContact, OwnEntries } from './own-entries/own-entries.ts';

interface Listed {
  key: string;
  rule: string;
  client: { id: string } | null;
}

interface Signal {
  rule: string;
  clientId: string;
  key: string;
  what: string;
  aroseOn: string;
}

/** What is done about the first misses of the list: nobody answered, somebody did, a letter was sent. */
const contacts: readonly Pick<OwnContact, 'mode' | 'result'>[] = [
  { mode: 'phone', result: 'not-reached' },
  { mode: 'phone', result: 'reached' },
  { mode: 'letter', result: 'sent' },
];

/** A supervisor goes through the list: logs contacts, assesses an answer, closes a task and makes one. */
export async function writeEntries(serverUrl: string): Promise<OwnEntries> {
  const supervisor = await SignedIn.as(serverUrl, 'supervisor');
  const { lines } = await supervisor.get<{ lines: { clientId: string; recordNumber: string }[] }>(
    '/api/caseload',
  );
  const numbers = new Map(lines.map(({ clientId, recordNumber }) => [clientId, recordNumber]));
  const { tasks } = await supervisor.get<{ tasks: Listed[] }>('/api/tasks', { whose: 'team' });
  const { open } = await supervisor.get<{ open: Signal[] }>('/api/safety-tasks');
  const numberOf = (id: string) => numbers.get(id) ?? id;
  const now = async () => Date.parse((await healthOf(serverUrl)).now);
  const entries: OwnEntries = { contacts: [], assessed: [], closed: [], made: [] };

  const missed = tasks.filter(({ rule, client }) => rule === 'outreach' && client);
  for (const [index, what] of contacts.entries()) {
    const client = missed[index]?.client?.id;
    if (client === undefined) continue;
    const at = await now();
    const nextStepOn =
      what.result === 'reached' ? addDays(new Date(at).toISOString().slice(0, 10), 2) : null;
    await supervisor.post('/api/outreach/contacts', {
      ...{ id: randomUUID(), clientId: client, at: new Date(at).toISOString(), ...what },
      ...{
        barrier: null,
        nextStep: nextStepOn && 'Bring the bus pass',
        nextStepOn,
        corrects: null,
      },
    });
    entries.contacts.push({ recordNumber: numberOf(client), at, ...what, nextStepOn });
  }

  const answer = open.find(({ rule, clientId }) => rule === 'answer' && numbers.has(clientId));
  if (answer) {
    const { clientId, key, what, aroseOn } = answer;
    const form = what.startsWith('PHQ-9') ? 'phq-9' : 'c-ssrs';
    await supervisor.post('/api/safety-tasks/entries', {
      ...{ id: randomUUID(), clientId, key, act: 'assessed', riskLevel: 'low' },
      ...{ assessment: 'Spoken with', plan: 'Asked again on Friday' },
    });
    entries.assessed.push({
      recordNumber: numberOf(clientId),
      ...{ form, day: aroseOn, at: await now() },
    });
  }

  const shut = tasks.find(({ rule, client }) => rule === 'plan-review' && client);
  if (shut?.client) {
    const { key, rule, client } = shut;
    const entry = { id: randomUUID(), key, clientId: client.id, act: 'closed', words: 'Reviewed' };
    await supervisor.post('/api/tasks/entries', entry);
    entries.closed.push({ task: `${rule} ${numberOf(client.id)}`, at: await now() });
  }

  const [line] = lines;
  if (line) {
    const dueOn = addDays(new Date(await now()).toISOString().slice(0, 10), 1);
    const made = { id: randomUUID(), act: 'made', clientId: line.clientId, ownerId: null };
    await supervisor.post('/api/tasks/entries', { ...made, words: 'Ask for the card', dueOn });
    entries.made.push({ recordNumber: line.recordNumber, dueOn, at: await now() });
  }
  return entries;
}
