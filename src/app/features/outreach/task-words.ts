import type { Params } from '@angular/router';
import type { Task, TaskRule } from '#domain/outreach/task.contract';

/** The rule behind a task, as it is read on asking. */
export const WHY: Readonly<Record<TaskRule, string>> = {
  outreach: 'An unexcused miss: somebody reaches out within 24 hours of the scheduled start.',
  'next-step': 'Agreed in the last contact that was logged.',
  return: 'A hold ended: somebody sees to the return within 24 hours.',
  'case-review': 'Two unexcused misses in a row, or more, are discussed in the case review.',
  supervisor: 'Three unexcused misses in a row, or 7 days not seen whatever the reason.',
  written: '14 days without contact: the program writes. Logging a letter closes this.',
  'discharge-review': '30 days without contact. A person decides; nothing is discharged by itself.',
  'record-attendance': 'Nobody recorded whether a client came, 30 minutes after the start.',
  score: 'The score changed by more than the instrument’s own noise.',
  measure: 'The interval of the measure has passed since it was last given in this stay.',
  'drug-test': 'A finding differs from what was prescribed on the day.',
  authorization: 'Three visits or fewer are left, or it ends within 7 days.',
  'plan-review': 'The plan ends within 7 days, and no other follows.',
  'follow-up':
    'Somebody who left is asked after on the days of a follow-up. A talk with them closes this, as does the end of its window.',
  aftercare: 'What the plan for after discharge needs next is not there by its day.',
  'court-report': 'A report to a court is due. Making it, on the client’s page, closes this.',
  own: 'Made by a person.',
};

/** Those that a contact with the client answers. */
export const ASKS_FOR_CONTACT: readonly TaskRule[] = [
  'outreach',
  'next-step',
  'return',
  'written',
  'supervisor',
  'case-review',
];

/** Where aftercare shows what a task asks for: its key names the stay, and of a follow-up which one. */
export function aftercareOf({ rule, key }: Pick<Task, 'rule' | 'key'>): Params | null {
  const [, episodeId, which] = key.split(':');
  if (rule === 'aftercare') return { open: episodeId };
  return rule === 'follow-up' ? { view: 'follow-up', follow: `${episodeId}:${which}` } : null;
}
