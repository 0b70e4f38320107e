import {
  countsInDenominator,
  isAttended,
  isMissed,
  type AttendanceStatus,
} from '../attendance/attendance-status.ts';
import { consecutiveMisses } from '../attendance/attendance-counts.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Flag, Urgency, WeekHours } from './caseload.contract.ts';

/** A past session of the episode as the rules see it. */
export interface FlagSession {
  status: AttendanceStatus;
  recordId: string;
  /** The day as staff say it, e.g. 'Tue 17 Nov'. */
  dayInWords: string;
}

export interface FlagFacts {
  /** Sessions of the episode that have begun, in order of start. */
  sessions: readonly FlagSession[];
  daysSinceSeen: number;
  seen: boolean;
  hours: WeekHours;
  hasCounselor: boolean;
  onHold: boolean;
}

/**
 * Why a client is listed, gravest first: records and the rule they meet, never how a person is doing.
 * Takes the facts and the program's thresholds. A client on hold is away: only what is not recorded,
 * and a missing counselor, is said of them.
 */
export function flagsOf(facts: FlagFacts, rules: ProgramDefaults): Flag[] {
  const absences = facts.onHold
    ? []
    : [...missFlags(facts, rules), ...notSeen(facts, rules), ...hoursShort(facts, rules)];
  return [...absences, ...notRecorded(facts), ...noCounselor(facts)];
}

/** Where a line stands in the list, by its flags. */
export function urgencyOf(flags: readonly Flag[], onHold: boolean): Urgency {
  if (onHold) return 'away';
  if (flags.some(({ rule }) => rule === 'consecutive-misses' || rule === 'not-seen'))
    return 'act-today';
  return flags.length > 0 ? 'this-week' : 'on-course';
}

function missFlags({ sessions }: FlagFacts, rules: ProgramDefaults): Flag[] {
  const value = consecutiveMisses(sessions.map(({ status }) => status));
  if (value === 0) return [];
  const counted = sessions.filter(({ status }) => countsInDenominator(status));
  const sinceSeen = counted.slice(counted.findLastIndex(({ status }) => isAttended(status)) + 1);
  const missed = sinceSeen.filter(({ status }) => isMissed(status)).reverse();
  const [last] = missed;
  const recordIds = missed.map(({ recordId }) => recordId);
  if (!last) return [];
  if (value >= rules.consecutiveMisses) {
    const allNoShows = missed.every(({ status }) => status === 'no-show');
    return [
      {
        rule: 'consecutive-misses',
        what: `${value} ${allNoShows ? 'no-shows' : 'misses'} in a row`,
        evidence: `last ${last.dayInWords}`,
        value,
        threshold: rules.consecutiveMisses,
        recordIds,
      },
    ];
  }
  const what = last.status === 'no-show' ? 'No-show' : 'Late cancel';
  return [{ rule: 'missed-last', what, evidence: last.dayInWords, value, threshold: 1, recordIds }];
}

function notSeen({ daysSinceSeen, seen, sessions }: FlagFacts, rules: ProgramDefaults): Flag[] {
  if (daysSinceSeen < rules.notSeenDays) return [];
  const last = sessions.findLast(({ status }) => isAttended(status));
  return [
    {
      rule: 'not-seen',
      what: `Not seen for ${daysSinceSeen} days`,
      evidence: last ? `last ${last.dayInWords}` : seen ? '' : 'no session attended yet',
      value: daysSinceSeen,
      threshold: rules.notSeenDays,
      recordIds: last ? [last.recordId] : [],
    },
  ];
}

function hoursShort(
  { hours: { missing } }: FlagFacts,
  { hoursShortMinutes }: ProgramDefaults,
): Flag[] {
  if (missing === null || missing < hoursShortMinutes) return [];
  return [
    {
      rule: 'hours-short',
      what: `${hoursInWords(missing)} h short this week`,
      evidence: '',
      value: missing,
      threshold: hoursShortMinutes,
      recordIds: [],
    },
  ];
}

function notRecorded({ sessions }: FlagFacts): Flag[] {
  const open = sessions.filter(({ status }) => status === 'unrecorded').reverse();
  const [last] = open;
  if (!last) return [];
  return [
    {
      rule: 'not-recorded',
      what: open.length === 1 ? 'Not recorded' : `${open.length} not recorded`,
      evidence: open.length === 1 ? last.dayInWords : `last ${last.dayInWords}`,
      value: open.length,
      threshold: 1,
      recordIds: open.map(({ recordId }) => recordId),
    },
  ];
}

const noCounselor = ({ hasCounselor }: FlagFacts): Flag[] =>
  hasCounselor
    ? []
    : [
        {
          rule: 'no-counselor',
          what: 'No counselor',
          evidence: 'at the source',
          value: 0,
          threshold: 1,
          recordIds: [],
        },
      ];

const hoursInWords = (minutes: number): string => String(Math.round(minutes / 6) / 10);
