import type { Day } from '../calendar/calendar-day.ts';
import { periodInWords } from '../calendar/period-in-words.ts';
import type { PeriodKind } from '../calendar/periods.ts';
import { type Rule, RULES, type SpecialCause } from '../statistics/special-causes.ts';
import type { Measure } from './measure.ts';
import type { TrendPoint } from './trend.ts';

/** What one rule found: the record and the rule, never why, and never how anybody is doing. */
export interface Finding {
  rule: Rule;
  direction: SpecialCause['direction'];
  /** By the measure's better direction; `change` where neither is better. */
  reading: 'concern' | 'improvement' | 'change';
  /** First and last period of the run. */
  from: Day;
  to: Day;
  /** As the title of a chart: 'Attendance fell below its limit in the week of 2 November'. */
  title: string;
  /** The rule's name, and what it found in one sentence. */
  name: string;
  sentence: string;
}

interface Stretch {
  points: readonly TrendPoint[];
  causes: readonly (SpecialCause | null)[];
}

interface Words {
  every: PeriodKind;
  asOf: Day;
}

/** Findings of all stretches, the latest first; of those that end together, the rule of precedence. */
export function findingsOf(
  measure: Measure,
  stretches: readonly Stretch[],
  words: Words,
): Finding[] {
  const latest = stretches
    .flatMap(({ points }) => points)
    .findLast(({ open, value }) => !open && value !== null);
  return stretches
    .flatMap(({ points, causes }) =>
      runsOf(causes).map((run) => findingOf(measure, run, points, latest?.start, words)),
    )
    .sort((a, b) => b.to.localeCompare(a.to) || RULES.indexOf(a.rule) - RULES.indexOf(b.rule));
}

/** Causes of one rule and direction that touch, as one. */
function runsOf(causes: readonly (SpecialCause | null)[]): SpecialCause[] {
  const runs: SpecialCause[] = [];
  for (const cause of causes) {
    if (!cause) continue;
    const touching = runs.findLast(
      ({ rule, direction, to }) =>
        rule === cause.rule && direction === cause.direction && cause.from <= to + 1,
    );
    if (touching) touching.to = Math.max(touching.to, cause.to);
    else runs.push({ ...cause });
  }
  return runs;
}

function findingOf(
  measure: Measure,
  run: SpecialCause,
  points: readonly TrendPoint[],
  latest: Day | undefined,
  { every, asOf }: Words,
): Finding {
  const from = startOf(points, run.from);
  const to = startOf(points, run.to);
  const told: Told = {
    ...run,
    subject: measure.subject,
    every,
    scheduled: measure.unit === 'hours' ? ' for the hours scheduled' : '',
    poorly: poorlyRecordedIn(points.slice(run.from, run.to + 1)),
    asOf,
    count: run.to - run.from + 1,
    near: nearLimit(run, points),
    since: periodInWords(every, from, asOf),
    until: periodInWords(every, to, asOf),
    goesOn: to === latest,
    // Without a point before it nobody can say that it fell or rose.
    moved: (points[run.from - 1]?.limits ?? null) !== null,
  };
  return {
    rule: run.rule,
    direction: run.direction,
    reading: readingOf(measure, run),
    from,
    to,
    title: TITLES[run.rule](told),
    name: NAMES[run.rule],
    sentence: SENTENCES[run.rule](told) + poorlyInWords(told),
  };
}

const poorlyRecordedIn = (points: readonly TrendPoint[]): Day[] =>
  points.filter(({ poorlyRecorded }) => poorlyRecorded).map(({ start }) => start);

/** What is not recorded may yet come in, and move the point: a finding on it is not certain. */
function poorlyInWords({ poorly, count, every, asOf }: Told): string {
  const [first] = poorly;
  if (first === undefined) return '';
  const which = poorly.length > 1 ? `${poorly.length} of them` : periodInWords(every, first, asOf);
  const are = poorly.length > 1 ? 'are' : 'is';
  return ` ${sentence(count === 1 ? 'it' : which)} ${are} poorly recorded: more than one in ten without an outcome.`;
}

const startOf = (points: readonly TrendPoint[], index: number): Day => points[index]?.start ?? '';

const nearLimit = ({ from, to, rule }: SpecialCause, points: readonly TrendPoint[]): number =>
  Math.max(2, points.slice(from, to + 1).filter(({ cause }) => cause?.rule === rule).length);

function readingOf({ direction: better }: Measure, { direction }: SpecialCause) {
  if (better === 'neither') return 'change';
  return (better === 'higher') === (direction === 'up') ? 'improvement' : 'concern';
}

interface Told extends SpecialCause {
  subject: Measure['subject'];
  every: PeriodKind;
  /** Periods of the run. */
  count: number;
  /** Of them near a limit: two of three at least, more where more are named so. */
  near: number;
  since: string;
  until: string;
  /** The run reaches the latest period that is over. */
  goesOn: boolean;
  moved: boolean;
  /** Of totals: what their limits follow. */
  scheduled: string;
  /** Periods of the run with many sessions that nobody recorded. */
  poorly: readonly Day[];
  asOf: Day;
}

const NAMES: Record<Rule, string> = {
  outside: 'Outside the limit',
  trend: 'Trend',
  'two-of-three': 'Near the limit',
  shift: 'Shift',
};

const TITLES: Record<Rule, (told: Told) => string> = {
  outside: (told) => {
    const where = `${side(told)} ${its(told)} limit`;
    if (told.count > 1) return lasted(told, where);
    const did = told.moved ? (told.direction === 'up' ? 'rose' : 'fell') : was(told);
    return `${told.subject.words} ${did} ${where} in ${told.until}`;
  },
  trend: (told) => {
    const [now, then] = told.direction === 'up' ? ['risen', 'rose'] : ['fallen', 'fell'];
    const running = `over ${told.count} ${told.every}s running`;
    return told.goesOn
      ? `${told.subject.words} ${has(told)} ${now}${told.scheduled} ${running}`
      : `${told.subject.words} ${then}${told.scheduled} ${running}, up to ${told.until}`;
  },
  'two-of-three': (told) =>
    `${told.subject.words} came near ${its(told)} ${limit(told)} ${howOften(told)}`,
  shift: (told) => lasted(told, `${side(told)} ${its(told)} mean`),
};

const SENTENCES: Record<Rule, (told: Told) => string> = {
  outside: (told) =>
    told.count === 1
      ? sentence(`${told.until} lies ${side(told)} the ${limit(told)}${told.scheduled}.`)
      : sentence(`${stretch(told)} all lie ${side(told)} the ${limit(told)}${told.scheduled}.`),
  trend: (told) =>
    `${stretch(told)}: each after the first is ${told.direction === 'up' ? 'higher' : 'lower'}${told.scheduled} than the one before.`,
  'two-of-three': (told) =>
    sentence(
      `${howOften(told)}, the point lies beyond two thirds of the way from the mean to the ${limit(told)}; all ${told.count} lie ${side(told)} the mean${told.scheduled}.`,
    ),
  shift: (told) => `${stretch(told)} all lie ${side(told)} the mean${told.scheduled}.`,
};

const lasted = (told: Told, where: string): string => {
  const long = `${where} for ${told.count} ${told.every}s`;
  return told.goesOn
    ? `${told.subject.words} ${has(told)} been ${long}`
    : `${told.subject.words} ${was(told)} ${long}, up to ${told.until}`;
};

const howOften = ({ every, count, near, until }: Told): string =>
  `in at least ${near} of the ${count} ${every}s up to ${until}`;

const stretch = ({ count, every, since, until }: Told): string =>
  `${count} ${every}s from ${since} to ${until}`;

const side = ({ direction }: Told): string => (direction === 'up' ? 'above' : 'below');
const limit = ({ direction }: Told): string => (direction === 'up' ? 'upper limit' : 'lower limit');
const its = ({ subject }: Told): string => (subject.plural ? 'their' : 'its');
const has = ({ subject }: Told): string => (subject.plural ? 'have' : 'has');
const was = ({ subject }: Told): string => (subject.plural ? 'were' : 'was');
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
