import { statusAt } from '../outcome.ts';
import { addDays, dayAt, daysBetween } from '../site-calendar.ts';
import { type Asked, dueOnDay, startOfDay } from './asked.ts';
import type { TaskFacts } from './task-values.ts';

const hour = 3_600_000;
const came = ['attended', 'attended-late', 'left-early'];
const missed = ['no-show', 'client-cancelled'];

/** The ladder of misses and days away, the return after a hold, and what was agreed last. */
export function absenceTasks(facts: TaskFacts): Asked[] {
  const { episode, timeZone, asOf, contacts, onHold, deceased } = facts;
  const today = dayAt(asOf, timeZone);
  const admitted = episode.period?.start ?? '';
  const logged = contacts.filter(({ at }) => at <= asOf).sort((a, b) => a.at - b.at);
  const next = logged.at(-1)?.nextStepOn;
  const always: Asked[] = next ? [{ rule: 'next-step', dueAt: dueOnDay(next, timeZone) }] : [];
  if (onHold || deceased) return always;

  const seen = facts.sessions.findLast(
    ({ start, outcome }) => start <= asOf && came.includes(outcome ?? ''),
  );
  const backOn = lastReturn(facts, today);
  const talks = logged.filter(({ result }) => result === 'reached').map(({ at }) => at);
  const lastDay = (...moments: number[]): string =>
    [admitted, backOn ?? '', ...moments.map((at) => dayAt(at, timeZone))].sort().at(-1) ?? '';
  const seenAt = seen ? [seen.start] : [];
  const unseen = daysBetween(lastDay(...seenAt), today);
  const untalked = daysBetween(lastDay(...seenAt, ...talks), today);
  const misses = missesInARow(facts, admitted);
  const asked: Asked[] = [...always];

  const lastTry = logged.at(-1)?.at ?? -Infinity;
  const untried = misses.filter((start) => start > lastTry).map((start) => start + 24 * hour);
  // What was due before anything was read may have been done: it is for today, unless more is known.
  const open = untried.find((dueAt) => dueAt > Math.min(facts.firstReadAt, asOf));
  if (open !== undefined) asked.push({ rule: 'outreach', dueAt: open });
  else if (untried.length > 0) asked.push({ rule: 'outreach', dueAt: dueOnDay(today, timeZone) });
  const [, second, third] = misses;
  const onDay = (rule: string, day: string) => asked.push({ rule, dueAt: dueOnDay(day, timeZone) });
  if (second !== undefined) onDay('case-review', addDays(dayAt(second, timeZone), 7));
  const told = [
    ...(third === undefined ? [] : [dayAt(third, timeZone)]),
    ...(unseen >= 7 ? [addDays(today, 7 - unseen)] : []),
  ].sort();
  if (told[0] !== undefined) onDay('supervisor', told[0]);
  const lostOn = startOfDay(addDays(today, -untalked), timeZone);
  const wrote = logged.some(({ mode, at }) => mode === 'letter' && at >= lostOn);
  if (untalked >= 14 && !wrote) onDay('written', addDays(today, 14 - untalked));
  if (untalked >= 30) onDay('discharge-review', addDays(today, 30 - untalked));

  if (backOn !== null && daysBetween(backOn, today) <= 30) {
    const back = startOfDay(backOn, timeZone);
    const met = [...seenAt, ...logged.map(({ at }) => at)].some((at) => at >= back);
    if (!met) asked.push({ rule: 'return', dueAt: back + 24 * hour });
  }
  return asked;
}

/** The day on which the last hold of the episode was over. */
function lastReturn({ episode }: TaskFacts, today: string): string | null {
  const ends = (episode.statusHistory ?? [])
    .filter(({ status }) => status === 'onhold')
    .flatMap(({ period }) => period.end ?? [])
    .filter((end) => end <= today);
  return ends.sort().at(-1) ?? null;
}

/** Starts of the unexcused misses since the client last came, in this episode. */
function missesInARow({ sessions, asOf }: TaskFacts, admitted: string): number[] {
  const decisive = sessions
    .filter(({ walkIn, waitlisted, start, zone }) => {
      const isOfEpisode = dayAt(start, zone) >= admitted;
      return !walkIn && !waitlisted && start <= asOf && isOfEpisode;
    })
    .map((one) => ({ start: one.start, status: statusAt(one, asOf) }))
    .filter(({ status }) => [...came, ...missed].includes(status))
    // Who came to one of several sessions of a moment was there last.
    .sort((a, b) => a.start - b.start || rank(a.status) - rank(b.status));
  const since = decisive.findLastIndex(({ status }) => came.includes(status)) + 1;
  return decisive.slice(since).map(({ start }) => start);
}

const rank = (status: string): number => (came.includes(status) ? 1 : 0);
