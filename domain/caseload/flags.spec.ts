import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttendanceStatus } from '../attendance/attendance-status.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { flagsOf, gravestFirst, urgencyOf, type FlagFacts } from './flags.ts';
import type { Flag } from './caseload.contract.ts';
import { NOTHING_RECORDED } from './clinical-facts.ts';

const HOURS = { delivered: 0, assumed: 0, booked: 540, unrecorded: 0, prescribed: 540, missing: 0 };

/** Sessions in order of start: r1 on 'day 1', r2 on 'day 2' … */
const sessions = (...statuses: AttendanceStatus[]): FlagFacts['sessions'] =>
  statuses.map((status, i) => ({ status, recordId: `r${i + 1}`, dayInWords: `day ${i + 1}` }));

const flags = (facts: Partial<FlagFacts>, rules = PROGRAM_DEFAULTS): Flag[] =>
  flagsOf(
    {
      sessions: sessions('attended'),
      daysSinceSeen: 0,
      seen: true,
      hours: HOURS,
      hasCounselor: true,
      outreach: '',
      onHold: false,
      today: '2026-11-18',
      admitted: { on: '2026-10-05', recordId: 'episode' },
      level: '2.1',
      plan: { recordId: 'plan', minutesPerWeek: 540, endsOn: '2026-12-27' },
      differs: [],
      record: { ...NOTHING_RECORDED, age: 34 },
      ...facts,
    },
    rules,
  );

const rulesOf = (found: Flag[]) => found.map(({ rule }) => rule);

test('a client who comes, with their hours booked, is on course', () => {
  assert.deepEqual(flags({}), []);
  assert.equal(urgencyOf([], false, PROGRAM_DEFAULTS), 'on-course');
});

test('a record that differs from what staff wrote is listed this week, of who is away too', () => {
  const differs = [{ kind: 'planned-discharge', ours: '11 Dec', source: '20 Dec' }] as const;
  const found = flags({ differs });
  assert.deepEqual(rulesOf(found), ['source-differs']);
  assert.equal(urgencyOf(found, false, PROGRAM_DEFAULTS), 'this-week');
  assert.ok(rulesOf(flags({ differs, onHold: true })).includes('source-differs'));
});

test('two no-shows in a row, with the last day and both records, newest first', () => {
  assert.deepEqual(flags({ sessions: sessions('attended', 'no-show', 'no-show') }), [
    {
      rule: 'consecutive-misses',
      what: '2 no-shows in a row',
      evidence: 'last day 3',
      value: 2,
      threshold: 2,
      recordIds: ['r3', 'r2'],
    },
  ]);
});

test('what was done after a miss is said with it', () => {
  const missed = sessions('attended', 'no-show');
  const [flag] = flags({ sessions: missed, outreach: 'not reached, 3 tries' });
  assert.equal(flag?.evidence, 'not reached, 3 tries');
  assert.deepEqual(flags({ sessions: sessions('attended'), outreach: 'tried Tue' }), []);
});

test('a late cancellation among them makes them misses', () => {
  const [flag] = flags({ sessions: sessions('no-show', 'client-cancelled', 'no-show') });
  assert.equal(flag?.what, '3 misses in a row');
});

test('excused, on hold and what nobody recorded stand in a run without being of it', () => {
  const between = sessions('attended', 'no-show', 'excused', 'on-hold', 'unrecorded', 'no-show');
  const [flag] = flags({ sessions: between });
  assert.equal(flag?.what, '2 no-shows in a row');
  assert.deepEqual(flag?.recordIds, ['r6', 'r2']);
});

test('a miss before the last attendance is no longer one of the run', () => {
  const [flag] = flags({ sessions: sessions('no-show', 'attended', 'no-show') });
  assert.deepEqual([flag?.rule, flag?.recordIds], ['missed-last', ['r3']]);
  assert.deepEqual(flags({ sessions: sessions('no-show', 'no-show', 'attended-late') }), []);
});

test('one miss is said by what it was, and when', () => {
  const [noShow] = flags({ sessions: sessions('attended', 'no-show') });
  assert.deepEqual([noShow?.what, noShow?.evidence, noShow?.value], ['No-show', 'day 2', 1]);
  const [late] = flags({ sessions: sessions('client-cancelled') });
  assert.deepEqual([late?.what, late?.evidence], ['Late cancel', 'day 1']);
});

test('from how many misses on is the program’s own', () => {
  const two = { sessions: sessions('no-show', 'no-show') };
  assert.deepEqual(rulesOf(flags(two, { ...PROGRAM_DEFAULTS, consecutiveMisses: 3 })), [
    'missed-last',
  ]);
});

test('not seen from the seventh day, whatever the reasons, with the last session attended', () => {
  const excused = sessions('attended', 'left-early', 'excused', 'excused');
  assert.deepEqual(flags({ sessions: excused, daysSinceSeen: 6 }), []);
  assert.deepEqual(flags({ sessions: excused, daysSinceSeen: 7 }), [
    {
      rule: 'not-seen',
      what: 'Not seen for 7 days',
      evidence: 'last day 2',
      value: 7,
      threshold: 7,
      recordIds: ['r2'],
    },
  ]);
});

test('not seen since admission says that no session was attended', () => {
  const [flag] = flags({ sessions: [], daysSinceSeen: 9, seen: false });
  assert.deepEqual(
    [flag?.what, flag?.evidence],
    ['Not seen for 9 days', 'no session attended yet'],
  );
  assert.deepEqual(flag?.recordIds, []);
});

test('hours are short from half an hour missing, said in hours', () => {
  const missing = (minutes: number | null) => flags({ hours: { ...HOURS, missing: minutes } });
  assert.deepEqual(missing(29), []);
  assert.equal(missing(30)[0]?.what, '0.5 h short this week');
  assert.equal(missing(180)[0]?.what, '3 h short this week');
  assert.deepEqual([missing(200)[0]?.what, missing(200)[0]?.value], ['3.3 h short this week', 200]);
});

test('hours that are not known are not short', () => {
  const unknown = { ...HOURS, booked: 0, prescribed: null, missing: null };
  assert.deepEqual(flags({ hours: unknown }), []);
});

test('what nobody recorded is listed after a day, newest first; while it is awaited it is not', () => {
  const [one] = flags({ sessions: sessions('attended', 'unrecorded') });
  assert.deepEqual(
    [one?.rule, one?.what, one?.evidence],
    ['not-recorded', 'Not recorded', 'day 2'],
  );
  const [two] = flags({ sessions: sessions('unrecorded', 'unrecorded', 'attended') });
  assert.deepEqual([two?.what, two?.evidence], ['2 not recorded', 'last day 2']);
  assert.deepEqual([two?.value, two?.recordIds], [2, ['r2', 'r1']]);
  assert.deepEqual(flags({ sessions: sessions('attended', 'awaiting-record') }), []);
});

test('a client without a counselor at the source is listed as such', () => {
  const [flag] = flags({ hasCounselor: false });
  assert.deepEqual([flag?.rule, flag?.what], ['no-counselor', 'No counselor']);
});

const EVERYTHING = {
  sessions: sessions('attended', 'no-show', 'no-show', 'unrecorded'),
  daysSinceSeen: 12,
  hours: { ...HOURS, booked: 0, missing: 540 },
  hasCounselor: false,
};

test('the gravest stands first', () => {
  assert.deepEqual(rulesOf(flags(EVERYTHING)), [
    'consecutive-misses',
    'not-seen',
    'hours-short',
    'not-recorded',
    'no-counselor',
  ]);
});

test('of a client on hold no absence is said', () => {
  const found = flags({ ...EVERYTHING, onHold: true });
  assert.deepEqual(rulesOf(found), ['not-recorded', 'no-counselor']);
  assert.equal(urgencyOf(found, true, PROGRAM_DEFAULTS), 'away');
});

test('a run of misses or a week unseen is for today, anything else for this week', () => {
  const byRule = new Map(
    flags(EVERYTHING).map((flag) => [flag.rule, urgencyOf([flag], false, PROGRAM_DEFAULTS)]),
  );
  assert.deepEqual(Object.fromEntries(byRule), {
    'consecutive-misses': 'act-today',
    'not-seen': 'act-today',
    'hours-short': 'this-week',
    'not-recorded': 'this-week',
    'no-counselor': 'this-week',
  });
  const [missedLast] = flags({ sessions: sessions('no-show') });
  assert.ok(missedLast && urgencyOf([missedLast], false, PROGRAM_DEFAULTS) === 'this-week');
});

const TODAY = '2026-11-18';
const RECORD: FlagFacts['record'] = {
  ...NOTHING_RECORDED,
  age: 34,
  scores: [
    {
      instrument: 'phq-9',
      day: TODAY,
      total: 20,
      answers: { 9: 1 },
      recordIds: ['s2'],
      settled: false,
    },
    {
      instrument: 'phq-9',
      day: '2026-11-04',
      total: 10,
      answers: {},
      recordIds: ['s1'],
      settled: false,
    },
  ],
  supplies: [
    {
      medication: 'buprenorphine',
      startsOn: '2026-10-20',
      endsOn: null,
      supplyEndsOn: '2026-11-20',
      recordId: 'rx',
    },
  ],
  authorization: {
    recordId: 'pa',
    coverageId: null,
    units: null,
    startsOn: '2026-10-20',
    endsOn: '2026-11-21',
    usedDays: [],
  },
};

test('what is for today stands before what is for this week, the gravest first', () => {
  const facts = { ...EVERYTHING, hasCounselor: true, sessions: sessions('no-show') };
  assert.deepEqual(rulesOf(flags({ ...facts, record: RECORD })), [
    'safety-answer',
    'not-seen',
    'authorization-ends',
    'opioid-medication',
    'score-worse',
    'missed-last',
    'hours-short',
  ]);
});

test('a safety answer is for today even of a client on hold; of the rest nothing is said then', () => {
  const hold = { recordId: 'h', startsOn: '2026-11-16', endsOn: null, words: 'On hold: in jail' };
  const found = flags({ ...EVERYTHING, onHold: true, record: { ...RECORD, hold } });
  assert.deepEqual(rulesOf(found), ['safety-answer', 'on-hold', 'not-recorded', 'no-counselor']);
  assert.equal(urgencyOf(found, true, PROGRAM_DEFAULTS), 'act-today');
  assert.equal(urgencyOf(found.slice(1), true, PROGRAM_DEFAULTS), 'away');
});

/** One flag alone, and where it puts a client. */
const placed = (rule: Flag['rule'], value: number) =>
  urgencyOf(
    [{ rule, what: '', evidence: '', value, threshold: 0, recordIds: [] }],
    false,
    PROGRAM_DEFAULTS,
  );

test('an authorization is for today within 3 days or used up, opioid medication on its last day', () => {
  const by = (rule: Flag['rule'], values: number[]) => values.map((value) => placed(rule, value));
  assert.deepEqual(by('authorization-ends', [-1, 3, 4]), ['act-today', 'act-today', 'this-week']);
  assert.deepEqual(by('authorization-units', [0, 1]), ['act-today', 'this-week']);
  assert.deepEqual(by('opioid-medication', [0, 1]), ['act-today', 'this-week']);
  assert.deepEqual(by('medication', [-3]), ['this-week']);
});

test('a score that is reliably better asks for nothing', () => {
  assert.equal(placed('score-better', 6), 'on-course');
  assert.equal(placed('score-worse', 6), 'this-week');
});

test('a group is read by its gravest reason: safety answers first, then as the rules weigh, then by name', () => {
  const line = (name: string, ...rules: Flag['rule'][]) => ({
    name,
    flags: rules.map((rule) => ({
      rule,
      what: '',
      evidence: '',
      value: 1,
      threshold: 1,
      recordIds: [],
    })),
  });
  const byName = [
    line('Aster'),
    line('Barley', 'unexpected-test', 'hours-short'),
    line('Clover', 'not-seen'),
    line('Fennel', 'safety-answer', 'on-hold'),
    line('Larkspur', 'consecutive-misses', 'not-seen', 'hours-short'),
    line('Mallow', 'not-seen', 'score-worse'),
    line('Plum', 'safety-answer'),
    line('Quince', 'score-better'),
  ];
  assert.deepEqual(
    gravestFirst(byName).map(({ name }) => name),
    ['Fennel', 'Plum', 'Larkspur', 'Clover', 'Mallow', 'Barley', 'Quince', 'Aster'],
  );
});
