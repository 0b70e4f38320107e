import {
  type AttendanceStatus,
  countsInDenominator,
  isAttended,
} from '../attendance/attendance-status.ts';
import { addDays, type Day, localTime } from '../calendar/calendar-day.ts';
import { isAssessed } from '../client-progress/asam-dimensions.ts';
import type { ClientProgress, ClientSession } from '../client-progress/client-progress.contract.ts';

/** Where no authorization says from when on, the payer is told of the last four weeks (program default). */
const DAYS_WITHOUT_AUTHORIZATION = 28;

export interface AttendedDay {
  day: Day;
  /** Recorded; assumed ones count toward no payer's minimum. */
  minutes: number;
  /** Attended sessions whose minutes nobody has recorded. */
  unrecorded: number;
}

export interface ReviewedWeek {
  monday: Day;
  days: AttendedDay[];
  minutes: number;
  /** Days that reach the payer's minutes. */
  fullDays: number;
}

export interface ReviewedMiss {
  day: Day;
  status: string;
  /** What followed: 'reached', 'attempted' or 'none'. */
  outreach: string;
}

/** What a payer asks for in a utilization review, worked out from the client's record. */
export interface UtilizationReview {
  from: Day;
  to: Day;
  weeks: ReviewedWeek[];
  attended: number;
  /** Of so many that count. */
  expected: number;
  misses: ReviewedMiss[];
  /** Sessions without an outcome yet: neither kept nor missed. */
  unrecorded: number;
  tests: { day: Day; found: string }[];
  /** How the goals of the plan were judged, without their words. */
  goals: { achievement: string | null; count: number }[];
  /** The last assessment of the six dimensions, without what was noted and who rated; `null`: none is written. */
  dimensions: {
    edition: '3' | '4';
    on: Day;
    found: { risk: number | null; isAssessed: boolean }[];
  } | null;
  familySessions: { attended: number; lastOn: Day | null };
  mutualHelp: string | null;
}

/** Of the authorization's time, up to today; of four weeks where none is known. */
export function utilizationReview(client: ClientProgress, dayMinutes: number): UtilizationReview {
  const { timeZone, asOf, way, background, sessions, specimens, plan } = client;
  const today = localTime(Date.parse(asOf), timeZone).day;
  const authorized =
    background.authorization?.startsOn ?? addDays(today, 1 - DAYS_WITHOUT_AUTHORIZATION);
  const admittedOn = way?.admittedOn ?? authorized;
  const from = authorized < admittedOn ? admittedOn : authorized;
  const own = sessions
    .map((session) => ({ ...session, day: localTime(Date.parse(session.startsAt), timeZone).day }))
    .filter(({ day }) => day >= from && day <= today)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  const attended = own.filter(({ status }) => isAttended(status as AttendanceStatus));
  const booked = own.filter(({ walkIn }) => !walkIn);
  const family = sessions.filter(
    ({ kind, status, startsAt }) =>
      kind === 'family' &&
      isAttended(status as AttendanceStatus) &&
      localTime(Date.parse(startsAt), timeZone).day >= admittedOn,
  );
  const lastFamily = family
    .map(({ startsAt }) => startsAt)
    .sort()
    .at(-1);
  return {
    from,
    to: today,
    weeks: weeksOf(attended, dayMinutes),
    attended: booked.filter(({ status }) => isAttended(status as AttendanceStatus)).length,
    expected: booked.filter(({ status }) => countsInDenominator(status as AttendanceStatus)).length,
    misses: own.flatMap(({ day, status, outreach }) =>
      outreach ? [{ day, status, outreach: outreach.result }] : [],
    ),
    unrecorded: booked.filter(({ status }) => OPEN.has(status)).length,
    tests: specimens
      .filter(({ collectedOn }) => collectedOn >= from && collectedOn <= today)
      .map(({ collectedOn, state, results }) => ({
        day: collectedOn,
        found:
          state !== 'reported'
            ? state
            : results.some(({ expectation }) => expectation?.startsWith('unexpected'))
              ? 'unexpected'
              : 'expected',
      })),
    goals: [...Map.groupBy(plan.goals, ({ achievement }) => achievement)].map(
      ([achievement, of]) => ({ achievement, count: of.length }),
    ),
    dimensions: lastDimensions(plan.dimensions),
    familySessions: {
      attended: family.length,
      lastOn: lastFamily ? localTime(Date.parse(lastFamily), timeZone).day : null,
    },
    mutualHelp:
      background.answers
        .find(({ question }) => question === 'SELF_HELP_ATTENDANCE')
        ?.words.join(', ') ?? null,
  };
}

function lastDimensions([
  last,
]: ClientProgress['plan']['dimensions']): UtilizationReview['dimensions'] {
  if (!last) return null;
  const { edition, on, dimensions } = last;
  const found = dimensions.map((one) => ({
    risk: one.risk,
    isAssessed: isAssessed(edition, one),
  }));
  return { edition, on, found };
}

const OPEN = new Set(['unrecorded', 'awaiting-record', 'cancelled-unknown']);

function weeksOf(
  attended: readonly (ClientSession & { day: Day })[],
  dayMinutes: number,
): ReviewedWeek[] {
  const days = [...Map.groupBy(attended, ({ day }) => day)].map(([day, of]) => ({
    day,
    minutes: of.reduce((sum, { recordedMinutes }) => sum + (recordedMinutes ?? 0), 0),
    unrecorded: of.filter(({ recordedMinutes }) => recordedMinutes === null).length,
  }));
  return [...Map.groupBy(days, ({ day }) => localTime(Date.parse(day), 'UTC').monday)].map(
    ([monday, of]) => ({
      monday,
      days: of,
      minutes: of.reduce((sum, { minutes }) => sum + minutes, 0),
      fullDays: of.filter(({ minutes }) => minutes >= dayMinutes).length,
    }),
  );
}
