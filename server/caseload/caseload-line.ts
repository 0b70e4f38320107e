import { type AttendanceCounts, countAttendance } from '#domain/attendance/attendance-counts';
import { type AttendanceStatus, isMissed } from '#domain/attendance/attendance-status';
import { statusAt } from '#domain/attendance/status-at';
import { addDays, daysBetween, localTime } from '#domain/calendar/calendar-day';
import { dayInWords } from '#domain/calendar/day-in-words';
import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type { ClinicalFacts } from '#domain/caseload/clinical-facts';
import { flagsOf, urgencyOf } from '#domain/caseload/flags';
import { type PlannedPhase, prescribedForWeek, weekHours } from '#domain/caseload/week-hours';
import { sourceDiffers } from '#domain/episode/against-source';
import type { PlanInForce } from '#domain/episode/plan-in-force';
import { outreachInWords } from '#domain/outreach/outreach-in-words';
import { DAYS_SINCE_SEEN } from '#domain/measures/absence';
import { clientAttendance } from '#domain/measures/attendance-figure';
import { payerOf } from '#domain/payer/payer-on';
import { prescribedMinutes } from '#domain/settings/prescribed-minutes';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { OutreachOf } from '../outreach/outreach-of.queries.ts';
import type { Rules } from '../settings/rules.ts';
import type { CaseloadRow, SessionTuple } from './caseload-rows.queries.ts';
import { currentPlan, sourcePlan } from './current-plan.ts';

/** One session of a client, with what it is at `asOf`. */
export interface Session {
  recordId: string;
  startsAt: number;
  endsAt: number;
  recordedMinutes: number | null;
  scheduledMinutes: number;
  walkIn: boolean;
  ofEpisode: boolean;
  status: AttendanceStatus;
  monday: string;
}

/** A line, and the counts its attendance is made of, for figures over several lines. */
export interface Line {
  line: CaseloadLine;
  counts: AttendanceCounts;
  /** Of the weeks of the strip, or back to when the client was last seen. */
  sessions: readonly Session[];
  /** By which the client is listed. */
  rules: ProgramDefaults;
}

const STRIP_WEEKS = 4;

/** One client's line at `asOf`, by the rules of the domain as they were set for the client's program and payer. */
export function lineOf(
  row: CaseloadRow,
  record: ClinicalFacts,
  outreach: OutreachOf | null,
  asOf: Date,
  allRules: Rules,
): Line {
  const now = asOf.getTime();
  const payer = payerOf(record.coverages, record.authorization?.coverageId ?? null, row.today);
  const rules = allRules.on(row.today, row.programId, payer);
  const sessions = (row.sessions ?? []).map((tuple) => sessionOf(tuple, now, rules));
  const { monday } = row;
  const plan = currentPlan(row, row.today);
  const weeks = Array.from({ length: STRIP_WEEKS }, (_, index) =>
    addDays(monday, 7 * (index + 1 - STRIP_WEEKS)),
  );
  const booked = sessions.filter(({ walkIn }) => !walkIn);
  const begun = booked.filter(({ startsAt }) => startsAt <= now);
  const counts = countAttendance(
    begun.filter((session) => weeks.includes(session.monday)).map(({ status }) => status),
  );
  const hours = weekHours(
    sessions
      .filter((session) => session.monday === monday)
      .map((one) => ({ ...one, goesOn: one.endsAt > now })),
    prescribedOf(row, plan, monday, (phase) =>
      prescribedMinutes(allRules.on(monday, row.programId), row.levelCode, phase),
    ),
  );
  const seenOn = row.lastSeenAt ? localTime(Date.parse(row.lastSeenAt), row.timeZone).day : null;
  const daysSinceSeen = DAYS_SINCE_SEEN.formula(seenOn, row.admittedOn, row.today);
  const flags = flagsOf(
    {
      sessions: begun
        .filter(({ ofEpisode }) => ofEpisode)
        .map(({ status, recordId, startsAt }) => ({
          status,
          recordId,
          // Asked of the few that a flag names: writing out every day would cost more than all the rest.
          get dayInWords() {
            return dayInWords(startsAt, row.timeZone, now);
          },
        })),
      daysSinceSeen,
      seen: row.lastSeenAt !== null,
      hours,
      hasCounselor: row.counselorId !== null,
      outreach: outreachSaid(outreach, begun, row.timeZone, now),
      onHold: row.onHold,
      today: row.today,
      admitted: { on: row.admittedOn, recordId: row.inferred ? null : row.episodeId },
      level: row.levelCode,
      plan: plan && {
        recordId: plan.planId,
        minutesPerWeek: phaseOn(plan, row.today)?.minutesPerWeek ?? null,
        endsOn: plan.endsOn,
      },
      differs: sourceDiffers(row.changes ?? [], sourcePlan(row.phases ?? [], row.today), row.today),
      record,
    },
    rules,
  );
  const line: CaseloadLine = {
    clientId: row.clientId,
    episodeId: row.episodeId,
    inferred: row.inferred,
    familyName: row.familyName,
    givenName: row.givenName,
    recordNumber: row.recordNumber,
    counselor: row.counselorId ? { id: row.counselorId, name: row.counselor ?? '' } : null,
    site: row.site,
    timeZone: row.timeZone,
    program: row.program,
    track: row.track,
    level: row.levelCode ? { code: row.levelCode, edition: row.levelEdition } : null,
    phase: phaseOf(plan, row.today),
    week: Math.floor(daysBetween(row.admittedOn, row.today) / 7) + 1,
    plannedWeeks: plan?.endsOn
      ? Math.max(1, Math.ceil(daysBetween(row.admittedOn, plan.endsOn) / 7))
      : null,
    onHold: row.onHold,
    hours,
    strip: weeks.map((week) => ({
      monday: week,
      marks: sessions
        .filter((session) => session.monday === week)
        .map(({ walkIn, status }) => (walkIn ? 'walk-in' : status)),
    })),
    attendance: clientAttendance(counts),
    lastSeenAt: row.lastSeenAt,
    daysSinceSeen,
    next: row.nextAt ? { startsAt: row.nextAt, service: row.nextService ?? '' } : null,
    urgency: urgencyOf(flags, row.onHold, rules),
    flags,
    missFacts: null,
  };
  return { line, counts, sessions, rules };
}

function sessionOf(tuple: SessionTuple, now: number, rules: ProgramDefaults): Session {
  const [
    recordId,
    startsAt,
    endsAt,
    monday,
    outcome,
    recordedMinutes,
    scheduledMinutes,
    walkIn,
    waitlisted,
    ofEpisode,
  ] = tuple;
  const status = waitlisted ? 'waitlist' : statusAt({ startsAt, endsAt, outcome }, now, rules);
  return {
    recordId,
    startsAt,
    endsAt,
    monday,
    // Minutes recorded after asOf belong to a session that, then, was still to come.
    recordedMinutes: status === 'scheduled' ? null : recordedMinutes,
    scheduledMinutes,
    walkIn,
    ofEpisode,
    status,
  };
}

/**
 * Minutes prescribed for the week of a Monday, as far as the episode covers it: by the plan, or, where
 * it says no hours, by the program (`otherwise`, a whole week's: in a phase, or all through).
 */
export function prescribedOf(
  { admittedOn, endedOn }: Pick<CaseloadRow, 'admittedOn' | 'endedOn'>,
  plan: PlanInForce | null,
  monday: string,
  otherwise: (phase: number | null) => number | null,
): number | null {
  // The day of discharge is no longer one of the episode.
  const lastDay = endedOn && addDays(endedOn, -1);
  const asked = plan?.phases.some(({ minutesPerWeek }) => minutesPerWeek !== null)
    ? plan.phases
    : byProgram(plan, admittedOn, addDays(monday, 6), otherwise);
  const within = asked.map(({ startsOn, endsOn, ...phase }) => ({
    ...phase,
    startsOn: startsOn < admittedOn ? admittedOn : startsOn,
    endsOn: [plan?.endsOn, lastDay].reduce<string>(
      (first, day) => (day && day < first ? day : first),
      endsOn,
    ),
  }));
  return prescribedForWeek(monday, within);
}

const phaseOn = ({ phases }: PlanInForce, day: string) =>
  phases.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);

/** What a program prescribes for a phase of the plan; for any other day, as long as the episode goes on. */
function byProgram(
  plan: PlanInForce | null,
  startsOn: string,
  endsOn: string,
  otherwise: (phase: number | null) => number | null,
): PlannedPhase[] {
  const allThrough = otherwise(null);
  const phases = (plan?.phases ?? []).flatMap((phase): PlannedPhase[] => {
    const minutesPerWeek = otherwise(phase.number);
    return minutesPerWeek === allThrough ? [] : [{ ...phase, minutesPerWeek }];
  });
  return [...phases, { startsOn, endsOn, minutesPerWeek: allThrough, weekdays: null }];
}

function phaseOf(plan: PlanInForce | null, today: string): CaseloadLine['phase'] {
  const current = plan && phaseOn(plan, today);
  return current
    ? { number: current.number, of: Math.max(...plan.phases.map(({ number }) => number)) }
    : null;
}

function outreachSaid(
  outreach: OutreachOf | null,
  begun: readonly Session[],
  timeZone: string,
  now: number,
): string {
  const miss = begun.findLast(({ status, ofEpisode }) => ofEpisode && isMissed(status));
  if (!outreach || !miss) return '';
  const { lastTwoWayAt, attempts, lastAttempt, notReached } = outreach;
  return outreachInWords(
    {
      lastTwoWayAt: lastTwoWayAt === null ? null : Date.parse(lastTwoWayAt),
      lastMissAt: miss.startsAt,
      attempts,
      lastAttemptAt: lastAttempt && Date.parse(lastAttempt.at),
      notReached,
    },
    timeZone,
    now,
  );
}
