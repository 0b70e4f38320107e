import type { Goal } from 'fhir/r4';
import { plainCodes, wordsOf } from './code.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface GoalFacts {
  client: Ref;
  /** As the client put it. */
  words: string;
  lifecycle: string;
  /** HL7 goal-achievement; `null` where nobody has judged it yet. */
  achievement: string | null;
  startedOn: string | null;
  dueOn: string | null;
}

export function translateGoal(goal: Goal): Translation<GoalFacts> {
  if (goal.lifecycleStatus === 'entered-in-error') return ENTERED_IN_ERROR;
  if (goal.lifecycleStatus === 'rejected') return { setAside: 'Rejected' };
  const client = refOf(goal.subject, 'Patient');
  if (!client) return heldBack('Names no client', 'the goal is not shown');
  const words = wordsOf(goal.description);
  if (!words) return heldBack('Has no words', 'the goal is not shown');
  const due = (goal.target ?? []).flatMap(({ dueDate }) => wholeDay(dueDate) ?? []).sort();
  return {
    use: {
      client,
      words,
      lifecycle: goal.lifecycleStatus,
      achievement: plainCodes([goal.achievementStatus])[0] ?? null,
      startedOn: wholeDay(goal.startDate),
      // Several targets: the goal is due with the last of them.
      dueOn: due.at(-1) ?? null,
    },
  };
}
