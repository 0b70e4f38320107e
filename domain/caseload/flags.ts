import type { Day } from '../calendar/calendar-day.ts';
import type { SourceDiffers } from '../episode/against-source.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import {
  type AttendanceFacts,
  hoursShort,
  missFlags,
  noCounselor,
  notRecorded,
  notSeen,
} from './attendance-flags.ts';
import { authorizationFlags } from './authorization-flags.ts';
import type { Flag, Urgency } from './caseload.contract.ts';
import type { ClinicalFacts } from './clinical-facts.ts';
import { unexpectedTests } from './drug-test-flags.ts';
import { suppliesEnding } from './medication-flags.ts';
import { doseBelowLevel, type PlanNow, planReview, recordDiffers } from './plan-flags.ts';
import { reliableChanges, safetyAnswers } from './score-flags.ts';
import { type Admitted, away, newlyAssigned, returned } from './stay-flags.ts';

export interface FlagFacts extends AttendanceFacts {
  /** On the site's calendar. */
  today: Day;
  onHold: boolean;
  admitted: Admitted;
  level: string | null;
  plan: PlanNow | null;
  /** What staff wrote of the plan and the source contradicts since. */
  differs: readonly SourceDiffers[];
  record: ClinicalFacts;
}

/**
 * Why a client is listed, gravest first: records and the rule they meet, never how a person is doing.
 * Takes the facts and the program's thresholds. A client on hold is away: of what they do not come to,
 * and of what waits for their return, nothing is said.
 */
export function flagsOf(facts: FlagFacts, rules: ProgramDefaults): Flag[] {
  const { record, today, plan } = facts;
  const safety = safetyAnswers(record.scores, today);
  const differs = recordDiffers(facts.differs, plan);
  const open = [...differs, ...notRecorded(facts), ...noCounselor(facts)];
  if (facts.onHold) return [...safety, ...away(record.hold, today), ...open];
  const found = [
    ...safety,
    ...missFlags(facts, rules),
    ...notSeen(facts, rules),
    ...unexpectedTests(record.specimens, today, rules),
    ...suppliesEnding(record, today, rules),
    ...authorizationFlags(record, plan?.endsOn ?? null, today, rules),
    ...reliableChanges(ofEpisode(record.scores, facts.admitted.on), today, rules),
    ...hoursShort(facts, rules),
    ...doseBelowLevel(plan, facts.level, record.age, rules),
    ...returned(record.hold, today, rules),
    ...planReview(plan, today, rules),
    ...newlyAssigned(facts.admitted, record, today, rules),
    ...open,
  ];
  return found.toSorted((a, b) => rankOf(a, rules) - rankOf(b, rules));
}

/** What was measured before the admission belongs to another stay, or to none. */
const ofEpisode = (scores: ClinicalFacts['scores'], admittedOn: Day) =>
  scores.filter(({ day }) => day >= admittedOn);

/** Where a line stands in the list, by its flags; a change for the better asks for nothing. */
export function urgencyOf(
  flags: readonly Flag[],
  onHold: boolean,
  rules: ProgramDefaults,
): Urgency {
  if (flags.some(({ rule }) => rule === 'safety-answer')) return 'act-today';
  if (onHold) return 'away';
  if (flags.some((flag) => isForToday(flag, rules))) return 'act-today';
  return flags.some(({ rule }) => rule !== 'score-better') ? 'this-week' : 'on-course';
}

const GRAVEST_FIRST: readonly Flag['rule'][] = [
  'safety-answer',
  'consecutive-misses',
  'opioid-medication',
  'not-seen',
  'unexpected-test',
  'authorization-ends',
  'authorization-units',
  'medication',
  'score-worse',
  'missed-last',
  'hours-short',
  'dose-below-level',
  'returned',
  'plan-review',
  'source-differs',
  'newly-assigned',
  'not-recorded',
  'no-counselor',
  'on-hold',
  'score-better',
];

/**
 * Lines in the order in which each group is read: by the gravest reason, then as they came, by name. What
 * stands first of a line's flags is its gravest, so who has an open safety answer leads 'act today'.
 */
export const gravestFirst = <Line extends { flags: readonly Flag[] }>(
  lines: readonly Line[],
): Line[] => lines.toSorted((a, b) => weightOf(a.flags) - weightOf(b.flags));

/** Who is on course for no reason at all comes last. */
const weightOf = ([gravest]: readonly Flag[]): number =>
  gravest ? GRAVEST_FIRST.indexOf(gravest.rule) : GRAVEST_FIRST.length;

/** What is for today stands before what is for this week. */
const rankOf = (flag: Flag, rules: ProgramDefaults): number =>
  GRAVEST_FIRST.indexOf(flag.rule) + (isForToday(flag, rules) ? 0 : GRAVEST_FIRST.length);

function isForToday({ rule, value }: Flag, { authorizationTodayDays }: ProgramDefaults): boolean {
  if (rule === 'authorization-ends') return value <= authorizationTodayDays;
  if (rule === 'authorization-units') return value === 0;
  // Without it from tomorrow on, or already.
  if (rule === 'opioid-medication') return value <= 0;
  return ['safety-answer', 'consecutive-misses', 'not-seen', 'unexpected-test'].includes(rule);
}
