import { addDays, type Day, daysBetween, startOfDay } from '../calendar/calendar-day.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import { ANALYTES } from '../drug-tests/analytes.ts';
import { instrument } from '../instruments/instruments.ts';
import { changeOf } from '../instruments/reliable-change.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { AuthorizationFacts, ClientFacts } from './client-facts.ts';
import { measureTasks } from './measure-tasks.ts';
import { dueOnDay, type RuleTask } from './rule-task.ts';

type Asked = Omit<RuleTask, 'clientId' | 'timeZone' | 'ownerId' | 'sessionId'>;

/** What scores, measures, drug tests, authorizations and plans ask for. Safety answers are apart (safety-signal). */
export function resultTasks(facts: ClientFacts, asOf: number, rules: ProgramDefaults): RuleTask[] {
  if (facts.deceased) return [];
  const asked = [
    ...scoreTasks(facts, rules),
    ...measureTasks(facts),
    ...drugTestTasks(facts, asOf, rules),
    ...authorizationTasks(facts, asOf, rules),
    ...planReviews(facts, rules),
  ];
  return asked.map((task) => ({
    ...task,
    clientId: facts.clientId,
    timeZone: facts.timeZone,
    ownerId: facts.counselorId ?? facts.supervisorId,
    sessionId: null,
  }));
}

function scoreTasks(
  { clientId, scores, timeZone, resultsSince }: ClientFacts,
  rules: ProgramDefaults,
): Asked[] {
  return scores.flatMap(({ instrument: id, last, before }): Asked[] => {
    if (last.day < resultsSince) return [];
    const measure = instrument(id);
    const change = changeOf(measure, before.total, last.total);
    if (change === null || change === 'no-reliable-change') return [];
    return [
      {
        key: `score:${clientId}:${id}:${last.day}`,
        rule: 'score',
        what: `${measure.name} ${last.total}, from ${before.total}`,
        evidence: 'reliable change by rule',
        recordIds: [...last.recordIds, ...before.recordIds],
        ...dueOnDay(addDays(last.day, rules.resultReviewDays), timeZone),
      },
    ];
  });
}

function drugTestTasks(
  { clientId, specimens, timeZone, resultsSince }: ClientFacts,
  asOf: number,
  rules: ProgramDefaults,
): Asked[] {
  return specimens.flatMap(({ collectedOn, collectedAt, results, recordIds }): Asked[] => {
    if (collectedOn < resultsSince) return [];
    const unexpected = results.filter(({ expectation }) => expectation?.startsWith('unexpected'));
    if (unexpected.length === 0) return [];
    const names = unexpected.map(({ analyte, detected }) => {
      const name = ANALYTES.find(({ id }) => id === analyte)?.name ?? analyte;
      return detected ? name : `${name} not detected`;
    });
    const day = dayInWords(startOfDay(collectedOn, timeZone), timeZone, asOf);
    return [
      {
        // The client and the instant: which of its records comes first may change with the next one.
        key: `drug-test:${clientId}:${collectedAt}`,
        rule: 'drug-test',
        what: 'Unexpected result',
        evidence: `${names.join(', ')}, ${day}`,
        recordIds,
        ...dueOnDay(addDays(collectedOn, rules.resultReviewDays), timeZone),
      },
    ];
  });
}

/** The latest that has begun; the next one takes its place. An end that nobody knows is no end. */
function authorizationTasks(facts: ClientFacts, asOf: number, rules: ProgramDefaults): Asked[] {
  const { today, timeZone } = facts;
  const begun = facts.authorizations.filter(
    ({ startsOn }) => startsOn === null || startsOn <= today,
  );
  const isNextKnown = facts.authorizations.some(
    ({ startsOn }) => startsOn !== null && startsOn > today,
  );
  const last = begun.toSorted((a, b) => (a.startsOn ?? '').localeCompare(b.startsOn ?? '')).at(-1);
  if (!last || isNextKnown) return [];
  const ends =
    last.endsOn !== null && daysBetween(today, last.endsOn) <= rules.authorizationEndDays;
  const runsOutOn = runsOut(last, today, rules);
  if (!ends && runsOutOn === null) return [];
  const left = last.units === null ? null : last.units - last.visits.length;
  const end = last.endsOn && dayInWords(startOfDay(last.endsOn, timeZone), timeZone, asOf);
  const over = last.endsOn !== null && last.endsOn < today;
  const words = [
    end ? `${over ? 'ended' : 'ends'} ${end}` : 'end unknown',
    left === null ? 'units not recorded' : left > 0 ? `${left} visits left` : 'no visits left',
  ];
  const due = [last.endsOn, runsOutOn].filter((day) => day !== null).sort()[0] ?? today;
  return [
    {
      key: `authorization:${last.recordId}`,
      rule: 'authorization',
      what: 'Authorization',
      evidence: words.join(', '),
      recordIds: [last.recordId],
      ...dueOnDay(due, timeZone),
    },
  ];
}

/** The day of the visit that left so few; `null` while more are left. */
function runsOut(
  { units, visits, startsOn }: AuthorizationFacts,
  today: Day,
  { authorizationVisits }: ProgramDefaults,
): Day | null {
  if (units === null || units - visits.length > authorizationVisits) return null;
  return visits[Math.ceil(units) - authorizationVisits - 1] ?? visits.at(-1) ?? startsOn ?? today;
}

function planReviews({ plan, today, timeZone }: ClientFacts, rules: ProgramDefaults): Asked[] {
  if (!plan || plan.hasSuccessor || daysBetween(today, plan.endsOn) > rules.planReviewDays)
    return [];
  return [
    {
      key: `plan-review:${plan.planId}`,
      rule: 'plan-review',
      what: 'Plan review',
      evidence: plan.endsOn < today ? 'the plan has ended' : 'the plan ends',
      recordIds: [plan.planId],
      ...dueOnDay(plan.endsOn, timeZone),
    },
  ];
}
