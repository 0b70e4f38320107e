import {
  countsInDenominator,
  isAttended,
  isMissed,
  type AttendanceStatus,
} from '../attendance/attendance-status.ts';
import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';

/** How far somebody who stays away is followed; it moves by rule and discharges nobody. */
export type Rung = 'outreach' | 'case-review' | 'supervisor' | 'written' | 'discharge-review';

export interface LadderSession {
  recordId: string;
  status: AttendanceStatus;
  /** Milliseconds. */
  startsAt: number;
}

export interface LadderFacts {
  /** Sessions of the episode that have begun, in order of start. */
  sessions: readonly LadderSession[];
  /** When last seen, walk-ins included; `null` for never. */
  seenOn: Day | null;
  /** The last two-way contact, a session attended included; `null` for never. */
  contactOn: Day | null;
  admittedOn: Day;
  /** The last day of the latest hold that is over; days away are counted from there. */
  backFromHoldOn: Day | null;
  today: Day;
  onHold: boolean;
  deceased: boolean;
}

export interface Ladder {
  /** Every rung whose rule is met, lowest first. */
  rungs: Rung[];
  /** Unexcused misses in a row, oldest first. */
  misses: LadderSession[];
  daysSinceSeen: number;
  daysSinceContact: number;
}

type LadderRules = Pick<
  ProgramDefaults,
  'consecutiveMisses' | 'supervisorMisses' | 'notSeenDays' | 'writtenContactDays' | 'noContactDays'
>;

const NOBODY: Omit<Ladder, 'daysSinceSeen' | 'daysSinceContact'> = { rungs: [], misses: [] };

/**
 * The disengagement ladder: an unexcused miss asks for outreach, two in a row for the case review,
 * three or a week unseen for the supervisor, two weeks without contact for a letter, thirty days for a
 * review of an administrative discharge, which a person decides. Whoever is on hold or has died is on
 * none of it.
 */
export function ladderOf(facts: LadderFacts, rules: LadderRules): Ladder {
  const { seenOn, contactOn, today, onHold, deceased } = facts;
  const daysSinceSeen = daysBetween(latest(facts, seenOn), today);
  const daysSinceContact = daysBetween(latest(facts, seenOn, contactOn), today);
  if (onHold || deceased) return { ...NOBODY, daysSinceSeen, daysSinceContact };
  const misses = missesInARow(facts.sessions);
  const met: Record<Rung, boolean> = {
    outreach: misses.length > 0,
    'case-review': misses.length >= rules.consecutiveMisses,
    supervisor: misses.length >= rules.supervisorMisses || daysSinceSeen >= rules.notSeenDays,
    written: daysSinceContact >= rules.writtenContactDays,
    'discharge-review': daysSinceContact >= rules.noContactDays,
  };
  const rungs = (Object.keys(met) as Rung[]).filter((rung) => met[rung]);
  return { rungs, misses, daysSinceSeen, daysSinceContact };
}

/** The trailing run: excused neither adds nor ends it, attendance does, what is in no rate is skipped. */
function missesInARow(sessions: readonly LadderSession[]): LadderSession[] {
  const counted = sessions.filter(({ status }) => countsInDenominator(status));
  const lastSeen = counted.findLastIndex(({ status }) => isAttended(status));
  return counted.slice(lastSeen + 1).filter(({ status }) => isMissed(status));
}

/** Nobody was away before they were admitted, or while they were on hold. */
const latest = (
  { admittedOn, backFromHoldOn }: Pick<LadderFacts, 'admittedOn' | 'backFromHoldOn'>,
  ...days: (Day | null)[]
): Day =>
  [admittedOn, backFromHoldOn, ...days].reduce<Day>(
    (last, day) => (day !== null && day > last ? day : last),
    admittedOn,
  );
