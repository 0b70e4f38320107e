import { randomUUID } from 'node:crypto';
import { SignedIn } from './answered/signed-in.ts';
import { healthOf, untilPast } from './clinic-to-check.ts';
import type { ClinicRecords } from './source/clinic-records.ts';
import { writeFollowUps } from './write-follow-ups.ts';
import { writeKeptApart } from './write-kept-apart.ts';
import { writeMilestones } from './write-milestones.ts';
import { writePlanEntries } from './write-plan-entries.ts';
import { addDays } from './recount/site-calendar.ts';
import type {
  OwnCapacity,
  OwnContact,
  OwnEntries,
  OwnPayerRule,
} from './own-entries/own-entries.ts';

interface Listed {
  key: string;
  rule: string;
  client: { id: string } | null;
}

interface Line {
  clientId: string;
  recordNumber: string;
  counselor: { id: string } | null;
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

/** What of its own each of the first three payers is given, and for how many days it has held. */
const ofPayers: readonly [
  payer: number,
  setting: OwnPayerRule['setting'],
  value: number,
  days: number,
][] = [
  [0, 'payerDayMinutes', 150, 21],
  [0, 'payerUnit', 2, 40],
  [1, 'payerUnit', 3, 25],
  [2, 'payerWeekStartsOn', 1, 40],
  [2, 'authorizationVisits', 6, 3],
];

/** An administrator sets what some payers ask of their own. */
async function writePayerRules(serverUrl: string, today: string): Promise<OwnPayerRule[]> {
  const admin = await SignedIn.as(serverUrl, 'admin');
  const { payers } = await admin.get<{ payers: string[] }>('/api/settings');
  const rules = ofPayers.flatMap(([index, setting, value, days]) => {
    const payer = payers[index];
    return payer === undefined ? [] : [{ setting, payer, from: addDays(today, -days), value }];
  });
  for (const { from, ...rule } of rules) {
    const value = { id: randomUUID(), ...rule, programId: null, effectiveOn: from, basedOn: 0 };
    await admin.post('/api/settings/values', value);
  }
  return rules;
}

/** Of every third group nobody says how many places it has; of the others one has more of them lately. */
async function writeCapacities(serverUrl: string, today: string): Promise<OwnCapacity[]> {
  const director = await SignedIn.as(serverUrl, 'director');
  const { groups } = await director.get<{ groups: { id: string }[] }>('/api/attendance/groups');
  const written: OwnCapacity[] = [];
  for (const [index, { id }] of groups.entries()) {
    if (index % 3 === 2) continue;
    const { revisions } = await director.get<{ revisions: { body: string }[] }>(
      `/api/source-records/${id}`,
    );
    const { id: service } = JSON.parse(revisions[0]?.body ?? '{}') as { id: string };
    const first = { since: addDays(today, -70), capacity: 3 + 4 * (index % 4) };
    const later = { since: addDays(today, -20), capacity: 8 };
    for (const said of index % 3 === 1 ? [first, later] : [first]) {
      await director.put(`/api/attendance/groups/${id}/capacity`, said);
      written.push({ group: `HealthcareService/${service}`, ...said });
    }
  }
  return written;
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/**
 * What some payers ask is set; then a supervisor goes through the list: keeps clients apart, logs contacts,
 * assesses an answer, closes a task and makes one.
 */
export async function writeEntries(
  serverUrl: string,
  fhirUrl: string,
  records: ClinicRecords,
): Promise<OwnEntries> {
  const supervisor = await SignedIn.as(serverUrl, 'supervisor');
  const { lines } = await supervisor.get<{ lines: Line[] }>('/api/caseload');
  const numbers = new Map(lines.map(({ clientId, recordNumber }) => [clientId, recordNumber]));
  const { tasks } = await supervisor.get<{ tasks: Listed[] }>('/api/tasks', { whose: 'team' });
  const { open } = await supervisor.get<{ open: Signal[] }>('/api/safety-tasks');
  const numberOf = (id: string) => numbers.get(id) ?? id;
  const now = async () => Date.parse((await healthOf(serverUrl)).now);
  const entries: OwnEntries = {
    ...{ contacts: [], assessed: [], closed: [], made: [] },
    payerRules: await writePayerRules(serverUrl, dayOf(await now())),
    capacities: await writeCapacities(serverUrl, dayOf(await now())),
    ...{ keptApart: [], plans: [], followUpTries: [], milestones: [] },
  };
  const counselors = new Set(lines.flatMap(({ counselor }) => counselor?.id ?? []));
  entries.keptApart = await writeKeptApart(supervisor, [...counselors], numbers, now);

  const { plans, changedAt } = await writePlanEntries(supervisor, records, fhirUrl, now);
  entries.plans = plans;
  if (changedAt !== null) await untilPast(serverUrl, changedAt);

  const missed = tasks.filter(({ rule, client }) => rule === 'outreach' && client);
  for (const [index, what] of contacts.entries()) {
    const client = missed[index]?.client?.id;
    if (client === undefined) continue;
    const at = await now();
    const nextStepOn = what.result === 'reached' ? addDays(dayOf(at), 2) : null;
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

  entries.followUpTries = await writeFollowUps(supervisor, now);
  entries.milestones = await writeMilestones(supervisor, now);

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
    const dueOn = addDays(dayOf(await now()), 1);
    const made = { id: randomUUID(), act: 'made', clientId: line.clientId, ownerId: null };
    await supervisor.post('/api/tasks/entries', { ...made, words: 'Ask for the card', dueOn });
    entries.made.push({ recordNumber: line.recordNumber, dueOn, at: await now() });
  }
  return entries;
}
