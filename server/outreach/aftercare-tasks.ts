import { followUpsMade, lastWindowEnds } from '#domain/aftercare/follow-up-days';
import { followUpTask, milestoneTask } from '#domain/outreach/aftercare-tasks';
import type { RuleTask } from '#domain/outreach/rule-task';
import type { Task } from '#domain/outreach/task.contract';
import { findAftercare } from '../aftercare/find-aftercare.ts';
import { findFollowUps } from '../aftercare/find-follow-ups.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';

export interface TaskOfSomebody {
  task: RuleTask;
  client: NonNullable<Task['client']>;
}

/** What aftercare asks for: milestones that are late, and follow-ups of those who left. */
export async function findAftercareTasks(
  scoped: Scoped,
  reader: Reader,
  asOf: Date,
): Promise<TaskOfSomebody[]> {
  // Every page asks for the number of tasks: whoever left so long ago that nothing is asked of them any more is not read.
  const rules = (await rulesOf(scoped, reader.organizationId)).anywhere(asOf);
  const openDays = Math.max(...rules.map(({ aftercareOpenDays }) => aftercareOpenDays));
  const windowDays = Math.max(...rules.map((held) => lastWindowEnds(followUpsMade(held))));
  const cards = await findAftercare(scoped, reader, asOf, openDays + 1);
  const all = await findFollowUps(scoped, reader, asOf, { leftWithin: windowDays });
  return [
    ...cards.flatMap((card) => ofSomebody(milestoneTask(card, card), card)),
    ...all.flatMap(({ discharge, followUp, owner }) =>
      ofSomebody(
        followUpTask({ ...discharge, timeZone: discharge.zone }, followUp, owner),
        discharge,
      ),
    ),
  ];
}

const ofSomebody = (
  task: RuleTask | null,
  { clientId: id, familyName, givenName }: Record<'clientId' | 'familyName' | 'givenName', string>,
): TaskOfSomebody[] => (task ? [{ task, client: { id, familyName, givenName } }] : []);
