import { followUpTask, milestoneTask } from '#domain/outreach/aftercare-tasks';
import type { RuleTask } from '#domain/outreach/rule-task';
import type { Task } from '#domain/outreach/task.contract';
import { findAftercare } from '../aftercare/find-aftercare.ts';
import { findFollowUps } from '../aftercare/find-follow-ups.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

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
  const cards = await findAftercare(scoped, reader, asOf);
  const all = await findFollowUps(scoped, reader, asOf);
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
