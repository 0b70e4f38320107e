import { addDays, daysBetween, localTime, startOfDay } from '../calendar/calendar-day.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { ClientFacts } from './client-facts.ts';
import { lastTwoWay } from './contact-attempt.ts';
import { type Ladder, ladderOf, type LadderSession } from './ladder.ts';
import { outreachAfter } from './outreach-after.ts';
import { dueAtHour, dueOnDay, type RuleTask } from './rule-task.ts';

type Asked = Pick<RuleTask, 'key' | 'rule' | 'what' | 'evidence' | 'recordIds'> &
  Pick<RuleTask, 'dueAt' | 'dueOn' | 'byTheHour'> & { of?: 'supervisor' };

const HOUR = 3_600_000;

/** What a client's absence asks for: outreach, the steps of the ladder, and the return after a hold. */
export function absenceTasks(facts: ClientFacts, asOf: number, rules: ProgramDefaults): RuleTask[] {
  const { timeZone, seen } = facts;
  const dayOf = (at: number) => localTime(at, timeZone).day;
  const twoWayAt = lastTwoWay(seen?.at ?? null, facts.contacts);
  const ladder = ladderOf(
    {
      ...facts,
      seenOn: seen ? dayOf(seen.at) : null,
      contactOn: twoWayAt === null ? null : dayOf(twoWayAt),
      backFromHoldOn: facts.lastHold?.endsOn ?? null,
    },
    rules,
  );
  const onTheLadder = ladder.rungs.flatMap((rung): Asked[] =>
    STEPS[rung](facts, ladder, asOf, rules),
  );
  const asked = [...onTheLadder, ...returnTask(facts, asOf, rules), ...nextStep(facts)];
  return asked.map(({ of, ...task }) => ({
    ...task,
    clientId: facts.clientId,
    timeZone,
    ownerId:
      of === 'supervisor'
        ? (facts.supervisorId ?? facts.counselorId)
        : (facts.counselorId ?? facts.supervisorId),
    sessionId: null,
  }));
}

type Step = (facts: ClientFacts, ladder: Ladder, asOf: number, rules: ProgramDefaults) => Asked[];

const STEPS: Record<Ladder['rungs'][number], Step> = {
  outreach: outreach,
  'case-review': caseReview,
  supervisor: tellSupervisor,
  written: writeToClient,
  'discharge-review': reviewDischarge,
};

/**
 * One task for all misses that nobody reached out after: the first of them started the clock. What was due
 * before anything was logged here is asked for only where nothing else is, and is not said to be late.
 */
function outreach(
  { contacts, outreachLoggedSince, timeZone, today }: ClientFacts,
  { misses }: Ladder,
  asOf: number,
  rules: ProgramDefaults,
): Asked[] {
  const contactsAt = contacts.map(({ at }) => at);
  const open = misses
    .map((miss) => ({
      ...miss,
      // Whoever is in a row of misses has not come back.
      ...outreachAfter(
        { ...miss, contactsAt, backAt: null, loggedSince: outreachLoggedSince, timeZone },
        asOf,
        rules,
      ),
    }))
    .filter(({ attemptAt }) => attemptAt === null);
  const known = open.filter(({ state }) => state !== 'not-known');
  const asked = known.length > 0 ? known : open;
  const [first] = asked;
  if (!first) return [];
  const miss = missInWords(first, timeZone, asOf);
  return [
    {
      key: `outreach:${first.recordId}`,
      rule: 'outreach',
      what: asked.length === 1 ? 'Outreach after a miss' : `Outreach after ${asked.length} misses`,
      evidence: known.length > 0 ? miss : `${miss}, before outreach was logged here`,
      recordIds: asked.map(({ recordId }) => recordId),
      ...(known.length > 0 ? dueAtHour(first.dueAt, timeZone) : dueOnDay(today, timeZone)),
    },
  ];
}

function caseReview(
  { timeZone }: ClientFacts,
  { misses }: Ladder,
  asOf: number,
  { consecutiveMisses }: ProgramDefaults,
): Asked[] {
  const met = misses[consecutiveMisses - 1];
  const last = misses.at(-1);
  if (!met || !last) return [];
  return [
    {
      key: `case-review:${met.recordId}`,
      rule: 'case-review',
      what: 'Discuss in case review',
      evidence: `${misses.length} misses in a row, last ${dayInWords(last.startsAt, timeZone, asOf)}`,
      recordIds: misses.map(({ recordId }) => recordId),
      // Case reviews are weekly: by then there has been one.
      ...dueOnDay(addDays(localTime(met.startsAt, timeZone).day, 7), timeZone),
    },
  ];
}

function tellSupervisor(
  facts: ClientFacts,
  { misses, daysSinceSeen }: Ladder,
  asOf: number,
  { supervisorMisses, notSeenDays }: ProgramDefaults,
): Asked[] {
  const { timeZone, seen, today } = facts;
  const byMisses = misses[supervisorMisses - 1];
  const byDays = daysSinceSeen >= notSeenDays ? addDays(today, notSeenDays - daysSinceSeen) : null;
  const days = [byMisses && localTime(byMisses.startsAt, timeZone).day, byDays].filter(
    (day) => day,
  );
  const [due = today] = days.sort();
  const evidence = byDays
    ? `Not seen for ${daysSinceSeen} days, ${seen ? `last ${dayInWords(seen.at, timeZone, asOf)}` : 'no session attended yet'}`
    : `${misses.length} misses in a row`;
  return [
    {
      key: `supervisor:${absenceOf(facts)}`,
      rule: 'supervisor',
      of: 'supervisor',
      what: 'Look at with the counselor',
      evidence,
      recordIds: [...misses.map(({ recordId }) => recordId), ...(seen ? [seen.recordId] : [])],
      ...dueOnDay(due ?? today, timeZone),
    },
  ];
}

/** A letter that was logged since is what is asked for. */
function writeToClient(
  facts: ClientFacts,
  { daysSinceContact }: Ladder,
  _asOf: number,
  { writtenContactDays }: ProgramDefaults,
): Asked[] {
  const { timeZone, today, contacts } = facts;
  const since = startOfDay(addDays(today, -daysSinceContact), timeZone);
  if (contacts.some(({ mode, at }) => mode === 'letter' && at >= since)) return [];
  return [
    {
      key: `written:${absenceOf(facts)}`,
      rule: 'written',
      what: 'Write to re-engage',
      evidence: `${daysSinceContact} days without contact`,
      recordIds: facts.seen ? [facts.seen.recordId] : [],
      ...dueOnDay(addDays(today, writtenContactDays - daysSinceContact), timeZone),
    },
  ];
}

function reviewDischarge(
  facts: ClientFacts,
  { daysSinceContact }: Ladder,
  asOf: number,
  { noContactDays }: ProgramDefaults,
): Asked[] {
  const { timeZone, today } = facts;
  const contact = dayInWords(
    startOfDay(addDays(today, -daysSinceContact), timeZone),
    timeZone,
    asOf,
  );
  return [
    {
      key: `discharge-review:${absenceOf(facts)}`,
      rule: 'discharge-review',
      of: 'supervisor',
      what: 'Review for administrative discharge',
      evidence: `${daysSinceContact} days without contact; dated to ${contact}`,
      recordIds: facts.seen ? [facts.seen.recordId] : [],
      ...dueOnDay(addDays(today, noContactDays - daysSinceContact), timeZone),
    },
  ];
}

/** Back from hospital, jail or leave: the source says when, seldom from where. Any attempt answers it. */
function returnTask(facts: ClientFacts, asOf: number, rules: ProgramDefaults): Asked[] {
  const { lastHold, timeZone, onHold, deceased, seen, contacts, today } = facts;
  if (!lastHold || onHold || deceased) return [];
  if (daysBetween(lastHold.endsOn, today) > rules.noContactDays) return [];
  const endedAt = startOfDay(lastHold.endsOn, timeZone);
  const since = [seen?.at, ...contacts.map(({ at }) => at)];
  if (since.some((at) => at !== undefined && at >= endedAt)) return [];
  return [
    {
      key: `return:${facts.episodeId}:${lastHold.startsOn}`,
      rule: 'return',
      what: 'See to the return after a hold',
      evidence: `Hold ended ${dayInWords(endedAt, timeZone, asOf)}, ${lastHold.words ?? 'reason not recorded'}`,
      recordIds: lastHold.recordIds,
      ...dueAtHour(endedAt + rules.returnHours * HOUR, timeZone),
    },
  ];
}

/** What was agreed in the last contact. A later one takes its place. */
function nextStep({ contacts, timeZone }: ClientFacts): Asked[] {
  const last = contacts.toSorted((a, b) => a.at - b.at).at(-1);
  if (!last?.nextStepOn) return [];
  return [
    {
      key: `next-step:${last.id}`,
      rule: 'next-step',
      what: 'Next step',
      evidence: last.nextStep ?? '',
      recordIds: [],
      ...dueOnDay(last.nextStepOn, timeZone),
    },
  ];
}

/** Which absence it is: since a session, a hold or the admission. Who comes back and stays away again is another. */
function absenceOf({ seen, episodeId, lastHold, timeZone }: ClientFacts): string {
  const backOn = lastHold?.endsOn ?? '';
  const isSinceHold = !seen || localTime(seen.at, timeZone).day < backOn;
  const since = seen?.recordId ?? episodeId;
  return backOn && isSinceHold ? `${since}:${backOn}` : since;
}

const missInWords = ({ status, startsAt }: LadderSession, timeZone: string, asOf: number): string =>
  `${status === 'no-show' ? 'No-show' : 'Late cancel'} ${dayInWords(startsAt, timeZone, asOf)}`;
