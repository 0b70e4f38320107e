import type { AftercareCard } from '../aftercare/aftercare.contract.ts';
import type { FollowUp } from '../aftercare/follow-up.ts';
import type { FollowUpOwner } from '../aftercare/follow-up-words.ts';
import { MILESTONE_WORDS } from '../aftercare/milestone.ts';
import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import type { Day } from '../calendar/calendar-day.ts';
import { MODE_WORDS } from './contact-words.ts';
import { dueOnDay, type RuleTask } from './rule-task.ts';

interface OfWhom {
  clientId: string;
  episodeId: string;
  timeZone: string;
  today: Day;
}

/**
 * Somebody is to be asked after, from the day it is due or was agreed on: a role's work, which nobody owns
 * until it is given to them.
 */
export function followUpTask(
  { clientId, episodeId, timeZone, today }: OfWhom,
  { id, name, isOpen, tryOn, to, tries, modes }: FollowUp,
  owner: FollowUpOwner,
): RuleTask | null {
  if (!isOpen || tryOn > today) return null;
  const ways = modes.map((mode) => MODE_WORDS[mode].toLowerCase()).join(', ');
  const tried = tries === 0 ? 'not tried yet' : `tried ${times(tries)}: ${ways}`;
  return {
    key: `follow-up:${episodeId}:${id}`,
    rule: 'follow-up',
    clientId,
    what: `Follow-up call ${name}`,
    evidence: `for the ${owner}, ${tried}, until ${calendarDayInWords(to, today)}`,
    ...dueOnDay(tryOn, timeZone),
    timeZone,
    ownerId: null,
    recordIds: [],
    sessionId: null,
  };
}

/**
 * The milestone of a plan that is missing next, once it is late: when it is there, the next one may be.
 * After the weeks in which a card stays where its facts put it nobody is asked for it any more: follow-ups
 * ask after the client, and the board goes on showing what is missing.
 */
export function milestoneTask(
  { clientId, episodeId, timeZone }: OfWhom,
  {
    next,
    milestones,
    counselor,
    daysTo,
    openDays,
  }: Pick<AftercareCard, 'next' | 'milestones' | 'counselor' | 'daysTo' | 'openDays'>,
): RuleTask | null {
  const missing = milestones.find(({ id }) => id === next);
  if (!missing?.due || missing.lateDays === 0) return null;
  if (daysTo !== null && daysTo < -openDays) return null;
  const others = milestones.filter(({ lateDays }) => lateDays > 0).length - 1;
  return {
    key: `aftercare:${episodeId}:${missing.id}`,
    rule: 'aftercare',
    clientId,
    what: `Aftercare: ${MILESTONE_WORDS[missing.id].toLowerCase()} is late`,
    evidence: others === 0 ? '' : `and ${others} more of the plan`,
    ...dueOnDay(missing.due, timeZone),
    timeZone,
    ownerId: counselor?.id ?? null,
    recordIds: missing.recordId === null ? [] : [missing.recordId],
    sessionId: null,
  };
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
