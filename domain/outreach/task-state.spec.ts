import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { at, contact, NEW_YORK, session, someone } from './client-facts.fixture.ts';
import type { ClientFacts } from './client-facts.ts';
import { clientTasks } from './client-tasks.ts';
import { isOverdue, ownKey, type TaskEntry, taskStates } from './task-state.ts';

const NOON = at('2026-11-18T17:00:00Z');
const missed = someone({ sessions: [session('tue', '2026-11-17')] });
const KEY = 'outreach:tue';
const entry = (part: Partial<TaskEntry>): TaskEntry => ({
  id: 'e1',
  key: KEY,
  clientId: 'client',
  act: 'closed',
  words: null,
  ownerId: null,
  dueOn: null,
  by: 'Ruth',
  at: NOON,
  ...part,
});
const zoneOf = (client: string | null) => (client === 'west' ? 'America/Chicago' : NEW_YORK);
const states = (entries: TaskEntry[], facts: ClientFacts = missed) =>
  taskStates(clientTasks(facts, NOON, PROGRAM_DEFAULTS), entries, zoneOf);

test('a task is given away, put off, closed with how and by whom, and opened again', () => {
  const [given] = states([entry({ act: 'assigned', ownerId: 'sam' })]);
  assert.equal(given?.ownerId, 'sam');
  const [moved] = states([entry({ act: 'moved', dueOn: '2026-11-20' })]);
  assert.deepEqual([moved?.dueOn, moved?.dueAt], ['2026-11-20', at('2026-11-21T05:00:00Z')]);
  const [closed] = states([entry({ words: 'Spoke at the door' })]);
  assert.deepEqual(closed?.closed, { how: 'Spoke at the door', by: 'Ruth', at: NOON });
  assert.equal(states([entry({}), entry({ act: 'reopened' })])[0]?.closed, null);
});

test('a person’s own task stands until it is closed', () => {
  const own = entry({
    id: 'o1',
    key: ownKey('o1'),
    act: 'made',
    words: 'Call the court',
    dueOn: '2026-11-18',
  });
  const [task] = states([own], someone());
  assert.deepEqual([task?.key, task?.what, task?.rule], ['own:o1', 'Call the court', 'own']);
});

test('a person’s own task is due when the day is over where its client is', () => {
  const made = entry({ id: 'o1', key: ownKey('o1'), act: 'made', dueOn: '2026-11-18' });
  const dueAt = (clientId: string | null) => states([{ ...made, clientId }], someone())[0]?.dueAt;
  assert.equal(dueAt('client'), at('2026-11-19T05:00:00Z'));
  assert.equal(dueAt('west'), at('2026-11-19T06:00:00Z'));
});

test('overdue from the instant the day is over at the site, not a moment before', () => {
  const [task] = states([entry({ act: 'moved', dueOn: '2026-11-18' })]);
  assert.ok(task);
  const over = at('2026-11-19T05:00:00Z');
  assert.equal(isOverdue(task, over - 1), false);
  assert.equal(isOverdue(task, over), true);
});

test('a rule that no longer holds asks for nothing, whatever was done about it', () => {
  assert.deepEqual(states([entry({ act: 'assigned', ownerId: 'sam' })], someone()), []);
});

const event = fc.oneof(
  fc
    .record({
      of: fc.integer({ min: 10, max: 18 }),
      status: fc.constantFrom('no-show', 'client-cancelled', 'attended', 'excused', 'unrecorded'),
    })
    .map(({ of, status }) => ({
      session: session(`s${of}`, `2026-11-${of}`, status as 'no-show'),
    })),
  fc
    .record({
      id: fc.constantFrom('c1', 'c2'),
      day: fc.integer({ min: 10, max: 18 }),
      result: fc.constantFrom('reached', 'not-reached', 'sent'),
    })
    .map(({ id, day, result }) => ({
      contact: contact({ id, at: at(`2026-11-${day}T15:00:00Z`), result: result as 'sent' }),
    })),
);
type Event = { session: ReturnType<typeof session> } | { contact: ReturnType<typeof contact> };

/** As the database keeps them: one row a record, whatever comes again. */
function factsAfter(events: readonly Event[]): ClientFacts {
  const [sessions, contacts] = [
    new Map<string, ReturnType<typeof session>>(),
    new Map<string, ReturnType<typeof contact>>(),
  ];
  for (const one of events) {
    if ('session' in one) sessions.set(one.session.recordId, one.session);
    else if (!contacts.has(one.contact.id)) contacts.set(one.contact.id, one.contact);
  }
  return someone({
    sessions: [...sessions.values()].sort((a, b) => a.startsAt - b.startsAt),
    contacts: [...contacts.values()],
    seen: null,
  });
}

test('law: replaying any prefix of events gives the same tasks, and each once', () => {
  fc.assert(
    fc.property(fc.array(event), fc.nat(), (events, cut) => {
      const prefix = events.slice(0, cut % (events.length + 1));
      const once = states([], factsAfter(events));
      // What came first is sent again in front: the newest word of each record is what stands.
      const replayed = states([], factsAfter([...prefix, ...events]));
      assert.deepEqual(replayed, once);
      assert.equal(new Set(once.map(({ key }) => key)).size, once.length);
    }),
    { endOnFailure: true },
  );
});
