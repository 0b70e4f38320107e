import type { CarePlan } from 'fhir/r4';
import type { ComparedValues } from '../compared-values.ts';
import type { Attendance } from './attendance.ts';
import type { ClinicalRecord } from './clinical-record.ts';
import { flagValues } from './flags/line-flags.ts';
import type { OwnPayerRule } from '../own-entries/own-entries.ts';
import type { KnownEpisode } from './known-episode.ts';
import { statusAt } from './outcome.ts';
import { hoursOfWeek } from './hours-of-week.ts';
import { stayOf } from './plan-of-episode.ts';
import { phaseOn, phasesOf, prescribedMinutes } from './prescribed-minutes.ts';
import type { ScoreOfDay } from './score-values.ts';
import { addDays, dayAt, daysBetween, mondayOf } from './site-calendar.ts';

const attended = ['attended', 'attended-late', 'left-early'];
const missed = ['no-show', 'client-cancelled'];
const inDenominator = [...attended, ...missed, 'excused'];
const leftOut = ['program-cancelled', 'on-hold', 'cancelled-unknown'];
const withoutOutcome = ['awaiting-record', 'unrecorded'];
const weeksShown = 4;

export interface EpisodeFacts {
  episode: KnownEpisode;
  timeZone: string;
  plan: CarePlan | undefined;
  /** So many of staff's entries of the plan does the record contradict. */
  contradicted: number;
  sessions: readonly Attendance[];
  record: ClinicalRecord;
  prescribers: ReadonlySet<string>;
  payerRules: readonly OwnPayerRule[];
  handedOver: number | null;
  isSettled: (score: ScoreOfDay) => boolean;
}

/** One line of the caseload, worked out from the records alone. */
export function recomputedLine(facts: EpisodeFacts, asOf: number): ComparedValues {
  const { episode, timeZone, plan } = facts;
  const today = dayAt(asOf, timeZone);
  const monday = mondayOf(today);
  const admitted = episode.period?.start ?? '';
  const sessions = facts.sessions
    // Nobody booked a walk-in: before it, there is nothing to be known of it.
    .filter(({ walkIn, start }) => !walkIn || start <= asOf)
    .map((session) => ({
      ...session,
      status: shownStatus(session, asOf),
      monday: mondayOf(dayAt(session.start, session.zone)),
      begun: session.start <= asOf,
    }));
  const past = sessions
    .filter(({ begun }) => begun)
    // Who came to one of several sessions of a moment was there last.
    .sort((a, b) => a.start - b.start || presenceOf(a.status) - presenceOf(b.status));
  const firstMonday = addDays(monday, -7 * (weeksShown - 1));
  const counted = past.filter((session) => session.monday >= firstMonday);
  const count = (statuses: readonly string[]): number =>
    counted.filter(({ status }) => statuses.includes(status)).length;
  const seen = past.findLast(({ status }) => [...attended, 'walk-in'].includes(status));
  const [next] = sessions
    .filter(({ begun, status }) => !begun && status === 'scheduled')
    .sort((a, b) => a.start - b.start || (a.service < b.service ? -1 : 1));

  const onHold = isOnHold(episode, today);
  const daysSinceSeen = daysBetween(seen ? dayAt(seen.start, timeZone) : admitted, today);
  // A client who comes back, or moves to another level, begins anew.
  const ofEpisode = past.filter(({ start, zone }) => dayAt(start, zone) >= admitted);
  const misses = consecutiveMisses(ofEpisode.map(({ status }) => status));
  const hours = hoursOfWeek(
    sessions.filter((session) => session.monday === monday),
    plan ? prescribedMinutes(plan, monday, stayOf(episode, plan)) : null,
    asOf,
  );
  const shown = ofEpisode.filter(
    (session) => session.monday >= firstMonday || session.start >= (seen?.start ?? 0),
  );

  return {
    inferred: episode.lastContact !== undefined,
    week: Math.floor(daysBetween(admitted, today) / 7) + 1,
    phase: plan ? phaseOn(plan, today) : null,
    phases: plan && phaseOn(plan, today) !== null ? phasesOf(plan).length : null,
    onHold,
    numerator: count(attended),
    denominator: count(inDenominator),
    excluded: count(leftOut),
    unrecorded: count(withoutOutcome),
    strip: Array.from({ length: weeksShown }, (_, index) => addDays(firstMonday, 7 * index))
      .map((week) => sessions.filter((one) => one.monday === week).map(({ status }) => status))
      // In no order: of sessions that start at one moment, none is the first.
      .map((marks) => marks.sort().join(' '))
      .join(' | '),
    ...hours,
    lastSeenAt: seen ? new Date(seen.start).toISOString() : null,
    daysSinceSeen,
    next: next ? `${new Date(next.start).toISOString()} ${next.service}` : null,
    ...flagValues(
      {
        ...facts,
        onHold,
        misses,
        daysSinceSeen,
        missing: hours['hours.missing'] as number | null,
        unrecorded: shown.filter(({ status }) => status === 'unrecorded').length,
      },
      asOf,
    ),
  };
}

function shownStatus(session: Attendance, asOf: number): string {
  if (session.walkIn) return 'walk-in';
  return session.waitlisted ? 'waitlist' : statusAt(session, asOf);
}

const presenceOf = (status: string): number => (attended.includes(status) ? 1 : 0);

/** The trailing run of unexcused misses; what is outside D, and an excuse, neither adds nor resets. */
function consecutiveMisses(statuses: readonly string[]): number {
  const decisive = statuses.filter((status) => [...attended, ...missed].includes(status));
  return decisive.length - 1 - decisive.findLastIndex((status) => attended.includes(status));
}

export function isOnHold({ statusHistory }: KnownEpisode, day: string): boolean {
  return (statusHistory ?? []).some(
    ({ status, period }) =>
      status === 'onhold' &&
      (period.start ?? '') <= day &&
      (period.end === undefined || day < period.end),
  );
}
