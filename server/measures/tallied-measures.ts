import { addDays, type Day } from '#domain/calendar/calendar-day';
import { CONSECUTIVE_MISSES, DAYS_SINCE_SEEN } from '#domain/measures/absence';
import { DISCHARGE_MEASURES } from '#domain/measures/catalogue';
import { CENSUS } from '#domain/measures/census';
import { DISCHARGES } from '#domain/measures/discharges';
import { DAYS_TO_FIRST_APPOINTMENT } from '#domain/measures/days-to-first-appointment';
import {
  DOSE_RATIO,
  ENGAGED_WEEKS,
  ENGAGEMENT_STREAK,
  HOURS_PRESCRIBED,
} from '#domain/measures/dose';
import { FOLLOW_UP_REACHED } from '#domain/measures/follow-up-reached';
import { ENROLMENT, GROUP_FILL } from '#domain/measures/group-use';
import type { Counted, Measure } from '#domain/measures/measure';
import { OUTREACH_AFTER_NO_SHOW } from '#domain/measures/outreach-after-no-show';
import { PAYER_DAYS } from '#domain/measures/payer-days';
import { STOPPED_EARLY, type Beginning } from '#domain/measures/stopped-early';
import { payerOn } from '#domain/payer/payer-on';
import type { SettingId } from '#domain/settings/setting';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { findCoverages } from '../payer/payers.queries.ts';
import { type Rules, rulesOf } from '../settings/rules.ts';
import { countedAfter, daysCounted, dischargeTallies } from './discharge-tallies.ts';
import { findAbsences } from './absences.queries.ts';
import { type ClientWeek, findClientWeeks } from './client-weeks.queries.ts';
import type { Course } from './course.ts';
import { findEndings } from './endings.queries.ts';
import { endOf, type EpisodeRow, isInCare, partsOf } from './episodes-in-scope.ts';
import { followUpTallies } from './follow-up-tallies.ts';
import { groupEnrolments, groupWeeks } from './group-places.ts';
import { findNoShows } from './no-shows.queries.ts';
import { findPresentDays } from './present-days.queries.ts';
import { findStaysWithHolds } from './stays.queries.ts';
import { LEFT_OUT, once, type Tally } from './tally.ts';

/** Who asks, for what and when. */
export interface Asking {
  scoped: Scoped;
  reader: Reader;
  asOf: Date;
}

/** A measure that is not added up over sessions: what is counted once, and what a program looks at. */
export interface TalliedMeasure {
  measure: Measure;
  /** Of a count that each client has: from here on it is looked at; `null` where nothing is. */
  middle?: { from: SettingId | null };
  tally: (asking: Asking, course: Pick<Course, 'scope' | 'periods' | 'today'>) => Promise<Tally[]>;
}

export const TALLIED_MEASURES: readonly TalliedMeasure[] = [
  {
    measure: HOURS_PRESCRIBED,
    tally: clientWeeks(({ prescribed }) =>
      prescribed === null ? LEFT_OUT : once(prescribed, { of: 0 }),
    ),
  },
  {
    measure: DOSE_RATIO,
    tally: clientWeeks((week) => {
      if (DOSE_RATIO.formula(week) === null) return LEFT_OUT;
      const { delivered, assumed, prescribed } = week;
      return once(delivered + assumed, { of: prescribed ?? 0, assumedMinutes: assumed });
    }),
  },
  {
    measure: ENGAGED_WEEKS,
    tally: clientWeeks((week, rules) => {
      const isEngaged = ENGAGED_WEEKS.formula(week, rules.on(week.week));
      return isEngaged === null ? LEFT_OUT : once(isEngaged ? 1 : 0);
    }),
  },
  { measure: ENGAGEMENT_STREAK, middle: { from: null }, tally: streaks },
  { measure: PAYER_DAYS, tally: payerDays },
  {
    measure: CONSECUTIVE_MISSES,
    middle: { from: 'consecutiveMisses' },
    tally: absences(({ since }) => CONSECUTIVE_MISSES.formula(since)),
  },
  {
    measure: DAYS_SINCE_SEEN,
    middle: { from: 'notSeenDays' },
    tally: absences(({ seenOn, episode: { admittedOn, today } }) =>
      DAYS_SINCE_SEEN.formula(seenOn, admittedOn, today),
    ),
  },
  { measure: OUTREACH_AFTER_NO_SHOW, tally: outreach },
  { measure: FOLLOW_UP_REACHED, tally: followUpTallies },
  {
    measure: GROUP_FILL,
    tally: ({ scoped, reader, asOf }, { scope }) => groupWeeks(scoped, reader, scope, asOf),
  },
  {
    measure: ENROLMENT,
    tally: ({ scoped, reader, asOf }, { scope, today }) =>
      groupEnrolments(scoped, reader, scope, today, asOf),
  },
  { measure: CENSUS, tally: census },
  { measure: STOPPED_EARLY, tally: beginnings },
  { measure: DISCHARGES, tally: dischargeTallies(() => once(DISCHARGES.formula(), { of: 0 })) },
  ...DISCHARGE_MEASURES.map((measure) => ({
    measure,
    tally: dischargeTallies((discharge) => countedAfter(measure.formula(discharge))),
  })),
  {
    measure: DAYS_TO_FIRST_APPOINTMENT,
    middle: { from: null },
    tally: dischargeTallies((discharge) => daysCounted(discharge)),
  },
];

/** Client-weeks that are over, each counted on its own. */
function clientWeeks(
  countedOf: (week: ClientWeek, rules: Rules) => Counted,
): TalliedMeasure['tally'] {
  return async ({ scoped, reader, asOf }, { scope, today }) => {
    const weeks = await findClientWeeks(scoped, reader, scope, today, asOf);
    const rules = await rulesOf(scoped, reader.organizationId);
    return weeks.map((week) => ({
      ...ofEpisode(week.episode, week.planId ? [week.planId] : []),
      day: week.week,
      until: addDays(week.week, 7),
      counted: countedOf(week, rules),
    }));
  };
}

/** Of everybody in care: weeks since admission, whichever period is asked for. */
async function streaks(
  { scoped, reader, asOf }: Asking,
  { scope, today }: Pick<Course, 'scope' | 'today'>,
): Promise<Tally[]> {
  const weeks = await findClientWeeks(
    scoped,
    reader,
    { ...scope, from: BEFORE_ALL, to: today },
    today,
    asOf,
  );
  const rules = await rulesOf(scoped, reader.organizationId);
  const byEpisode = Map.groupBy(weeks, ({ episode }) => episode.episodeId);
  return [...byEpisode.values()].flatMap((own) => {
    const episode = own[0]?.episode;
    if (!episode || !isInCare(episode, episode.today, rules)) return [];
    const weeksInARow = ENGAGEMENT_STREAK.formula(own, (week) => rules.on(week));
    const plans = [...new Set(own.flatMap(({ planId }) => planId ?? []))];
    return [{ ...onTheDay(episode, plans), counted: once(weeksInARow) }];
  });
}

/** Long before any episode: of a streak the beginning counts. */
const BEFORE_ALL = '1900-01-01';

async function payerDays(
  { scoped, reader, asOf }: Asking,
  { scope }: Pick<Course, 'scope'>,
): Promise<Tally[]> {
  const days = await findPresentDays(scoped, reader, scope, asOf);
  const { organizationId } = reader;
  const rules = await rulesOf(scoped, organizationId);
  const clientIds = days.map(({ clientId }) => clientId);
  const coverages = await findCoverages(scoped, organizationId, clientIds, rules);
  const payerOfDay = (clientId: string, day: Day) => payerOn(coverages.get(clientId) ?? [], day);
  return days.map((day) => ({
    day: day.day,
    until: addDays(day.day, 1),
    clientId: day.clientId,
    group: null,
    counted: once(
      PAYER_DAYS.formula([day], (on) => rules.on(on, null, payerOfDay(day.clientId, on))),
    ),
    parts: { site: day.site, program: day.unit, track: day.track, level: day.level },
    recordIds: day.recordIds,
  }));
}

function absences(
  countOf: (absence: Awaited<ReturnType<typeof findAbsences>>[number]) => number,
): TalliedMeasure['tally'] {
  return async ({ scoped, reader, asOf }, { scope, today }) => {
    // At another site it may be tomorrow already, and somebody admitted.
    const now = { ...scope, from: today, to: addDays(today, 1) };
    return (await findAbsences(scoped, reader, now, asOf)).map((absence) => ({
      ...onTheDay(absence.episode, absence.recordIds),
      counted: once(countOf(absence)),
    }));
  };
}

/** No-shows, by the day of each. */
async function outreach(
  { scoped, reader, asOf }: Asking,
  { scope }: Pick<Course, 'scope'>,
): Promise<Tally[]> {
  const noShows = await findNoShows(scoped, reader, scope, asOf);
  const rules = (await rulesOf(scoped, reader.organizationId)).at(asOf);
  return noShows.map(({ episode, recordId, day, ...miss }) => {
    const { state } = OUTREACH_AFTER_NO_SHOW.formula(miss, asOf.getTime(), rules);
    const made = state === 'in-time' ? 1 : 0;
    const counts = made === 1 || state === 'late' || state === 'not-made';
    return {
      ...ofEpisode(episode, [recordId]),
      day,
      until: addDays(day, 1),
      counted: counts ? once(made) : LEFT_OUT,
    };
  });
}

/** Who is in care on the last day of each period; of the one that is not over, today. */
async function census(
  { scoped, reader, asOf }: Asking,
  { scope, periods }: Pick<Course, 'scope' | 'periods'>,
): Promise<Tally[]> {
  const stays = await findStaysWithHolds(scoped, reader, scope, asOf);
  const rules = await rulesOf(scoped, reader.organizationId);
  return periods.flatMap(({ start, until }) =>
    stays.flatMap((stay) => {
      const lastDay = addDays(until, -1);
      const day = stay.today < lastDay ? stay.today : lastDay;
      if (day < start || !isInCare(stay, day, rules)) return [];
      const present = CENSUS.formula([{ ...stay, endedOn: endOf(stay, day, rules) }], day) === 1;
      const counted = present ? once(1, { of: 0 }) : LEFT_OUT;
      return [{ ...ofEpisode(stay, []), day, until: addDays(day, 1), counted }];
    }),
  );
}

/** Admissions, by the day of each. */
async function beginnings(
  { scoped, reader, asOf }: Asking,
  { scope, today }: Pick<Course, 'scope' | 'today'>,
): Promise<Tally[]> {
  const stays = await findStaysWithHolds(scoped, reader, scope, asOf);
  const rules = await rulesOf(scoped, reader.organizationId);
  const endings = new Map(
    (await findEndings(scoped, reader, { from: scope.from, to: today })).map((one) => [
      one.episodeId,
      one,
    ]),
  );
  return stays
    .filter(({ admittedOn }) => scope.from <= admittedOn && admittedOn <= today)
    .map((stay) => {
      const { reason = null, recordId = null } = endings.get(stay.episodeId) ?? {};
      const ended = endOf(stay, stay.today, rules);
      const endedOn = ended !== null && ended <= stay.today ? ended : null;
      const began = STOPPED_EARLY.formula(stay.admittedOn, endedOn, reason, stay.today);
      return {
        ...ofEpisode(stay, recordId ? [recordId] : []),
        day: stay.admittedOn,
        until: addDays(stay.admittedOn, 1),
        counted: BEGINNINGS[began],
      };
    });
}

const BEGINNINGS: Record<Beginning, Counted> = {
  stopped: once(1),
  stayed: once(0),
  'as-planned': once(0),
  'too-soon': LEFT_OUT,
  died: LEFT_OUT,
  // Only a known completion or transfer is one; how many have no reason is said beside.
  'not-known': { ...once(1), unrecorded: 1 },
};

const ofEpisode = (episode: EpisodeRow, recordIds: readonly string[]) => ({
  clientId: episode.clientId,
  group: null,
  parts: partsOf(episode),
  recordIds: [...(episode.lastContactOn === null ? [episode.episodeId] : []), ...recordIds],
});

const onTheDay = (episode: EpisodeRow, recordIds: readonly string[]) => ({
  ...ofEpisode(episode, recordIds),
  day: episode.today satisfies Day,
  until: addDays(episode.today, 1),
});
