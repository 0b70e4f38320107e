import type { Dose, DoseOfLevel } from '#domain/attendance/dose.contract';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import { periodOf } from '#domain/calendar/periods';
import { DOSE_RATIO, ENGAGED_WEEKS } from '#domain/measures/dose';
import { figureOfCounted } from '#domain/measures/figure-of';
import { HOURS_LOST_BY_CLIENTS, HOURS_LOST_BY_US } from '#domain/measures/session-hours';
import type { MeasureQuery } from '#domain/measures/measures.contract';
import { prescribedMinutes } from '#domain/settings/prescribed-minutes';
import { prescribedOf } from '../caseload/caseload-line.ts';
import { currentPlan } from '../caseload/current-plan.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { countSessions } from '../measures/count-sessions.queries.ts';
import { definitionOf } from '../measures/definition-of.ts';
import { courseOf } from '../measures/course.ts';
import { isHistoryMissing, scopeInWords } from '../measures/scope-in-words.queries.ts';
import { type Rules, rulesOf } from '../settings/rules.ts';
import { type DosedEpisode, findDosedEpisodes } from './dose.queries.ts';

/** One client's week that is over. */
interface ClientWeek {
  clientId: string;
  week: Day;
  level: string | null;
  prescribed: number | null;
  recorded: number;
  assumed: number;
}

/** Hours prescribed and what became of them, over the full weeks of the period. */
export async function dose(
  scoped: Scoped,
  reader: Reader,
  query: MeasureQuery,
  asOf: Date,
): Promise<Dose> {
  const { scope, today } = await courseOf(scoped, reader, { ...query, by: 'week' }, asOf);
  const to = earlier(scope.to, addDays(periodOf(today, 'week').start, -1));
  const full = { ...scope, to };
  const episodes = await findDosedEpisodes(scoped, reader, full, today, asOf);
  const rules = await rulesOf(scoped, reader.organizationId);
  const weeks = episodes.flatMap((episode) => weeksOf(episode, scope.from, to, rules));
  const cells = (await countSessions(scoped, reader, full, {}, asOf)).map(({ cell }) => cell);
  const lost = { clients: HOURS_LOST_BY_CLIENTS.count(cells), us: HOURS_LOST_BY_US.count(cells) };
  return {
    asOf: asOf.toISOString(),
    from: scope.from,
    to,
    scope: await scopeInWords(scoped, reader, query),
    incomplete: await isHistoryMissing(scoped, reader.organizationId),
    clients: new Set(weeks.map(({ clientId }) => clientId)).size,
    engagedWeeks: definitionOf(ENGAGED_WEEKS, rules.on(to)),
    engagedDoseRatio: rules.on(to).engagedDoseRatio,
    levels: [...Map.groupBy(weeks, ({ level }) => level)]
      .map(([level, own]) => ofLevel(level, own, rules))
      .sort((a, b) => (a.level ?? '~').localeCompare(b.level ?? '~')),
    prescribedMinutes: sum(weeks, ({ prescribed }) => prescribed ?? 0),
    recordedMinutes: sum(weeks, ({ recorded }) => recorded),
    assumedMinutes: sum(weeks, ({ assumed }) => assumed),
    lostByClientsMinutes: lost.clients.numerator,
    lostByUsMinutes: lost.us.numerator,
    unrecordedMinutes: sum(
      cells.filter(({ outcome }) => outcome === 'unrecorded' || outcome === 'awaiting-record'),
      ({ scheduledMinutes }) => scheduledMinutes,
    ),
  };
}

/** Each full week of an episode within the period; the day of discharge is no longer one of it. */
function weeksOf(episode: DosedEpisode, from: Day, to: Day, rules: Rules): ClientWeek[] {
  const { clientId, levelCode, programId, admittedOn, endedOn } = episode;
  const minutes = new Map(episode.weeks?.map(([week, ...rest]) => [week, rest]) ?? []);
  const lastDay = endedOn ? earlier(to, addDays(endedOn, -1)) : to;
  const weeks: ClientWeek[] = [];
  let { start } = periodOf(admittedOn > from ? admittedOn : from, 'week');
  for (; start <= lastDay; start = addDays(start, 7)) {
    const plan = currentPlan(episode, earlier(addDays(start, 6), lastDay));
    const [recorded = 0, assumed = 0] = minutes.get(start) ?? [];
    const prescribed = prescribedOf({ admittedOn, endedOn }, plan, start, (phase) =>
      prescribedMinutes(rules.on(start, programId), levelCode, phase),
    );
    weeks.push({ clientId, week: start, level: levelCode, prescribed, recorded, assumed });
  }
  return weeks;
}

const BARS = 11;

function ofLevel(level: string | null, weeks: readonly ClientWeek[], rules: Rules): DoseOfLevel {
  const bars = Array<number>(BARS).fill(0);
  const known = weeks.flatMap((week) => {
    const hours = { ...week, delivered: week.recorded };
    const ratio = DOSE_RATIO.formula(hours);
    const isEngaged = ENGAGED_WEEKS.formula(hours, rules.on(week.week)) === true;
    return ratio === null ? [] : [{ ...week, ratio, isEngaged }];
  });
  for (const { ratio } of known) {
    const bar = Math.min(BARS - 1, Math.floor(ratio * 10 + 1e-9));
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  const perClient = [...Map.groupBy(known, ({ clientId }) => clientId).values()];
  return {
    level,
    weeks: known.length,
    notKnown: weeks.length - known.length,
    bars,
    engaged: figureOfCounted(
      ENGAGED_WEEKS,
      perClient.map((own) => ({
        numerator: own.filter(({ isEngaged }) => isEngaged).length,
        denominator: own.length,
        excluded: 0,
        unrecorded: 0,
        past: own.length,
        assumedMinutes: 0,
      })),
    ),
    prescribedMinutes: sum(known, ({ prescribed }) => prescribed ?? 0),
    recordedMinutes: sum(known, ({ recorded }) => recorded),
    assumedMinutes: sum(known, ({ assumed }) => assumed),
  };
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
