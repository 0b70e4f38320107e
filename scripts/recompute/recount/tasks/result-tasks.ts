import { authorizationDue } from '../flags/authorization-flags.ts';
import { authorizationAsked } from '../flags/line-flags.ts';
import { reliable } from '../flags/score-flags.ts';
import { unexpectedIn } from '../flags/test-flags.ts';
import { addDays, dayAt, daysBetween } from '../site-calendar.ts';
import { type Asked, dueOnDay } from './asked.ts';
import type { TaskFacts } from './task-values.ts';

/** What scores, tests and a plan ask for. */
export function resultTasks(facts: TaskFacts): Asked[] {
  const { record, plan, plans, timeZone, asOf, deceased, resultsSince } = facts;
  if (deceased) return [];
  const today = dayAt(asOf, timeZone);
  const asked: Asked[] = [];
  const onDay = (rule: string, day: string) => asked.push({ rule, dueAt: dueOnDay(day, timeZone) });

  for (const [form, points] of Object.entries(reliable)) {
    const [before, last] = record.scores
      .filter((score) => score.form.id === form && score.total !== null && score.day <= today)
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .slice(-2);
    if (!last || last.day < resultsSince) continue;
    if (Math.abs((last.total ?? 0) - (before?.total ?? 0)) >= points)
      onDay('score', addDays(last.day, 7));
  }
  for (const { day, meanings } of record.specimens) {
    if (day >= resultsSince && day <= today && unexpectedIn(meanings) > 0)
      onDay('drug-test', addDays(day, 7));
  }
  if (!facts.onHold) for (const day of measuresDue(facts, today)) onDay('measure', day);
  const paidFor = facts.onHold ? null : authorizationDue(authorizationAsked(facts, asOf));
  if (paidFor) onDay('authorization', paidFor.on ?? today);
  const end = plan?.period?.end;
  const isFollowed = plans.some(({ period }) => (period?.start ?? '') > today);
  if (end !== undefined && !isFollowed && daysBetween(today, end) <= 7) onDay('plan-review', end);
  return asked;
}

/** Days after which a form is given again; of versions of one form, the last one given goes on. */
export const intervals: readonly Record<string, number>[] = [
  { 'phq-9': 14 },
  { 'gad-7': 14 },
  { 'audit-c': 90 },
  { 'bam-iop': 7, bam: 30, 'bam-r': 30 },
  { 'barc-10': 30 },
  { tea: 30 },
  { 'craving-nrs': 7 },
];

function measuresDue({ record, episode }: TaskFacts, today: string): string[] {
  return intervals.flatMap((versions) => {
    const last = record.scores
      .filter(({ form, day }) => form.id in versions && day <= today)
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .at(-1);
    if (!last || last.day < (episode.period?.start ?? '')) return [];
    const due = addDays(last.day, versions[last.form.id] ?? 0);
    return due <= today ? [due] : [];
  });
}
