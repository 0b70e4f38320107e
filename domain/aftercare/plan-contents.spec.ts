import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { PlanContentWritten } from '../client-progress/entries/plan-content.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import type { AftercareMilestone } from './aftercare.contract.ts';
import { type MilestoneId, MILESTONE_STATUSES } from './milestone.ts';
import { type PlanContentId, PLAN_CONTENTS, WRITTEN_CONTENTS } from './plan-content.ts';
import { planContents } from './plan-contents.ts';
import type { ContentEntry, PlanFacts } from './plan-facts.ts';

const TODAY = '2026-11-18';
const facts = (more: Partial<PlanFacts> = {}): PlanFacts => ({
  ...{ today: TODAY, milestones: [], destination: null, appointmentOn: null, gaps: [] },
  ...{ naloxone: null, wordings: [], beside: [], recipients: [], contactRules: null },
  entries: [],
  ...more,
});
const plan = (more: Partial<PlanFacts> = {}, rules = PROGRAM_DEFAULTS) =>
  planContents(facts(more), rules);
const one = (id: PlanContentId, more: Partial<PlanFacts> = {}, rules = PROGRAM_DEFAULTS) =>
  plan(more, rules).find((content) => content.id === id);
const entry = (
  content: (typeof WRITTEN_CONTENTS)[number],
  more: Partial<ContentEntry['says']> = {},
  id: string = content,
): ContentEntry => ({
  id,
  by: 'Ruth Ash',
  says: {
    ...{ content, status: 'done', kind: null, on: '2026-11-17', owner: null, note: null },
    ...more,
  },
});
const milestone = (id: MilestoneId, more: Partial<AftercareMilestone>): AftercareMilestone => ({
  ...{ id, status: 'not-started', on: null, due: null, lateDays: 0, by: null, recordId: null },
  ...{ entryId: null, toldBy: null, note: null },
  ...more,
});

test('every plan has all contents in their order, and of each that nobody has begun that is said', () => {
  assert.deepEqual(
    plan().map(({ id }) => id),
    [...PLAN_CONTENTS],
  );
  assert.ok(plan().every(({ status }) => status === 'not-started'));
});

test('of a content the last entry that stands counts, with its kind, owner, day and who wrote it', () => {
  const entries = [
    entry('housing', { status: 'in-progress' }, 'first'),
    entry('housing', { kind: 'recovery-residence', owner: 'the client', note: 'from Monday' }, 'b'),
  ];
  const { status, words, on, owner, note, by, entryId } = one('housing', { entries }) ?? {};
  assert.deepEqual(
    [status, words, on, owner, note, by, entryId],
    [
      ...['done', 'recovery residence', '2026-11-17', 'the client', 'from Monday'],
      ...['Ruth Ash', 'b'],
    ],
  );
});

test('declined and not applicable are answers, as they were given', () => {
  for (const status of ['declined', 'not-applicable'] as const)
    assert.equal(one('legal', { entries: [entry('legal', { status })] })?.status, status);
});

test('what a program’s plans do not have is not asked for, and what was written of it stays', () => {
  const rules = { ...PROGRAM_DEFAULTS, planLegal: 0 };
  assert.equal(one('legal', {}, rules), undefined);
  assert.equal(one('legal', { entries: [entry('legal')] }, rules)?.status, 'done');
});

test('a supply of naloxone, and a crisis plan among notices and goals, stand before what staff wrote', () => {
  const entries = [
    entry('naloxone', { status: 'declined' }),
    entry('crisis-plan', { status: 'in-progress' }),
  ];
  const naloxone = { on: '2026-10-06', words: 'naloxone nasal spray', recordId: 'kit' };
  const wordings = [
    { words: 'Safety plan of September', on: '2026-09-01', recordId: 'old' },
    { words: 'Crisis plan: sister first', on: '2026-10-12', recordId: 'new' },
    { words: 'Relapse-prevention plan is written', on: null, recordId: 'goal' },
    { words: 'Back to work', on: '2026-10-01', recordId: 'work' },
  ];
  const found = (id: PlanContentId) => {
    const { status, on, recordId, by, entryId } = one(id, { entries, naloxone, wordings }) ?? {};
    return [status, on, recordId, by, entryId];
  };
  assert.deepEqual(found('naloxone'), ['done', '2026-10-06', 'kit', null, null]);
  assert.deepEqual(found('crisis-plan'), ['done', '2026-10-12', 'new', null, null]);
  assert.deepEqual(found('relapse-prevention'), ['done', null, 'goal', null, null]);
  assert.equal(found('employment')[0], 'not-started');
});

test('next level, appointment and medication are the milestones of the board; a missed visit asks for another', () => {
  const milestones = [
    milestone('level-agreed', { status: 'done', on: '2026-11-09', recordId: 'r' }),
    milestone('appointment-booked', { status: 'done', on: '2026-11-20', by: 'Ruth Ash' }),
    milestone('medication', { status: 'in-progress', note: 'no supply of methadone' }),
  ];
  const of = { milestones, destination: 'Cedar House' };
  const level = one('next-level', of);
  assert.deepEqual([level?.status, level?.words, level?.recordId], ['done', 'Cedar House', 'r']);
  assert.deepEqual(
    [one('first-appointment', of)?.on, one('first-appointment', of)?.status],
    ['2026-11-20', 'done'],
  );
  const missed = milestone('first-kept', { status: 'in-progress', on: '2026-11-16' });
  const again = one('first-appointment', { ...of, milestones: [...milestones, missed] });
  assert.deepEqual([again?.status, again?.on], ['in-progress', '2026-11-16']);
  const gaps = [{ medication: 'methadone', from: '2026-11-16', to: TODAY }];
  const bridge = one('medication', { ...of, gaps });
  assert.deepEqual(
    [bridge?.status, bridge?.beside.map(({ words }) => words)],
    ['in-progress', ['methadone: no supply from Mon to today']],
  );
});

test('consents are there once each recipient is covered; where nobody is known, none is missing or there', () => {
  const to = (name: string, isCovered: boolean) => ({
    ...{ name, isCovered, until: null, recordId: isCovered ? `of ${name}` : null },
    because: isCovered ? null : `No consent names ${name}.`,
  });
  const status = (...recipients: ReturnType<typeof to>[]) =>
    one('consents', { recipients })?.status;
  assert.deepEqual(
    [
      status(),
      status(to('Cedar', false)),
      status(to('Cedar', true), to('Court', false)),
      status(to('Cedar', true), to('Court', true)),
    ],
    ['not-started', 'not-started', 'in-progress', 'done'],
  );
  const { words, beside } =
    one('consents', { recipients: [to('Cedar', true), to('Court', false)] }) ?? {};
  assert.equal(words, 'Cedar: covered, no end; Court: not covered');
  assert.equal(beside?.[1]?.words, 'No consent names Court.');
});

test('what an entry says is of its own content: a kind of another is refused', () => {
  const says = { status: 'done', on: TODAY, owner: null, note: null };
  const fits = (content: string, kind: string | null) =>
    Check(PlanContentWritten, { ...says, content, kind });
  assert.deepEqual(
    [
      fits('housing', 'own-home'),
      fits('housing', null),
      fits('housing', 'twelve-step'),
      fits('medication', null),
    ],
    [true, true, false, false],
  );
});

const written = fc.array(
  fc.record({
    content: fc.constantFrom(...WRITTEN_CONTENTS),
    status: fc.constantFrom(...MILESTONE_STATUSES),
  }),
  { maxLength: 12 },
);

/** An entry that is sent twice is kept once. */
function kept(told: readonly { content: (typeof WRITTEN_CONTENTS)[number]; status: string }[]) {
  const entries = new Map<string, ContentEntry>();
  for (const { content, status } of told) {
    const id = `${content} ${status}`;
    if (!entries.has(id)) entries.set(id, entry(content, { status: status as 'done' }, id));
  }
  return { entries: [...entries.values()] };
}

test('replaying any prefix of entries twice gives the same plan', () => {
  fc.assert(
    fc.property(written, fc.nat({ max: 12 }), (told, length) => {
      const prefix = told.slice(0, length);
      assert.deepEqual(plan(kept([...prefix, ...prefix])), plan(kept(prefix)));
    }),
  );
});
