import {
  countsInDenominator,
  isAttended,
  isMissed,
  type AttendanceStatus,
} from '../attendance/attendance-status.ts';
import { consecutiveMisses } from '../attendance/attendance-counts.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Flag, WeekHours } from './caseload.contract.ts';

/** A past session of the episode as the rules see it. */
export interface FlagSession {
  status: AttendanceStatus;
  recordId: string;
  /** The day as staff say it, e.g. 'Tue 17 Nov'. */
  dayInWords: string;
}

/** What sessions tell of a client. */
export interface AttendanceFacts {
  /** Of the episode, those that have begun, in order of start. */
  sessions: readonly FlagSession[];
  daysSinceSeen: number;
  seen: boolean;
  hours: WeekHours;
  hasCounselor: boolean;
  /** What was done after the misses, in words; '' where nothing was missed, or nothing can be said. */
  outreach: string;
}

/** The run of misses since the client was last here, with what was done after it, else its day. */
export function missFlags({ sessions, outreach }: AttendanceFacts, rules: ProgramDefaults): Flag[] {
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
        evidence: outreach || `last ${last.dayInWords}`,
        value,
        threshold: rules.consecutiveMisses,
        recordIds,
      },
    ];
  }
  const what = last.status === 'no-show' ? 'No-show' : 'Late cancel';
  const evidence = outreach || last.dayInWords;
  return [{ rule: 'missed-last', what, evidence, value, threshold: 1, recordIds }];
}

/** Not seen for days, whatever the reasons. */
export function notSeen(
  { daysSinceSeen, seen, sessions }: AttendanceFacts,
  rules: ProgramDefaults,
): Flag[] {
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

/**
 * Hours of the week that the phase of the plan prescribes, and that are neither done nor booked. A taper
 * prescribes fewer, so its weeks are not short for being shorter.
 */
export function hoursShort(
  { hours: { missing } }: AttendanceFacts,
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

/** Past sessions of which nobody recorded anything: not absent. */
export function notRecorded({ sessions }: AttendanceFacts): Flag[] {
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

/** Nobody is responsible, by the source’s own word. */
export const noCounselor = ({ hasCounselor }: AttendanceFacts): Flag[] =>
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
