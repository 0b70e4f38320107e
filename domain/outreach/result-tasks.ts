import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { addDays, daysBetween, startOfDay } from '../calendar/calendar-day.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import { authorizationDue } from '../caseload/authorization-due.ts';
import { endInWords, visitsInWords } from '../caseload/authorization-flags.ts';
import { ANALYTES } from '../drug-tests/analytes.ts';
import { instrument } from '../instruments/instruments.ts';
import { changeOf } from '../instruments/reliable-change.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { ClientFacts } from './client-facts.ts';
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
    ...authorizationTasks(facts, rules),
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

/** What the list says of it, on the day by which the payer must have agreed to more. */
function authorizationTasks(facts: ClientFacts, rules: ProgramDefaults): Asked[] {
  const { today, timeZone, onHold, plan } = facts;
  const due = onHold ? null : authorizationDue(facts, plan?.endsOn ?? null, today, rules);
  if (!due) return [];
  const usedUp = due.of === 'pace' && due.on && `used up ${calendarDayInWords(due.on, today)}`;
  const words = [usedUp, endInWords(due, today), visitsInWords(due)].filter(Boolean);
  return [
    {
      key: `authorization:${due.recordId}`,
      rule: 'authorization',
      what: 'Authorization',
      evidence: words.join(', '),
      recordIds: [due.recordId],
      ...dueOnDay(due.on ?? today, timeZone),
    },
  ];
}

function planReviews(
  { episodeId, plan, today, timeZone }: ClientFacts,
  rules: ProgramDefaults,
): Asked[] {
  if (!plan || plan.hasSuccessor || daysBetween(today, plan.endsOn) > rules.planReviewDays)
    return [];
  return [
    {
      key: `plan-review:${plan.planId ?? episodeId}`,
      rule: 'plan-review',
      what: 'Plan review',
      evidence: plan.endsOn < today ? 'the plan has ended' : 'the plan ends',
      recordIds: plan.planId === null ? [] : [plan.planId],
      ...dueOnDay(plan.endsOn, timeZone),
    },
  ];
}
