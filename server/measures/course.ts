import { addDays, type Day } from '#domain/calendar/calendar-day';
import { type Period, type PeriodKind, periodOf, periodsFrom } from '#domain/calendar/periods';
import type { Closure, MeasureQuery } from '#domain/measures/measures.contract';
import type { ProcessChange } from '#domain/measures/process-change.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { closuresSet } from '../settings/closures.queries.ts';
import { daysOver, findClosures, todayEverywhere } from './calendar.queries.ts';
import { findProcessChanges } from './process-changes.queries.ts';
import type { SessionScope } from './session-scope.ts';

/** The time a measure is followed over, and what is known of its days. */
export interface Course {
  by: PeriodKind;
  scope: SessionScope;
  periods: Period[];
  /** The day it is where the day begins last: from it on, periods are open. */
  today: Day;
  /** Of the open period, days with sessions that are over. */
  daysOver: { over: number; of: number } | null;
  closures: Closure[];
  changes: ProcessChange[];
}

const WEEKS_SHOWN = 26;
const MONTHS_SHOWN = 12;

/** Periods are whole: a week or month is not cut by the day from which it is asked for. */
export async function courseOf(
  scoped: Scoped,
  reader: Reader,
  query: MeasureQuery,
  asOf: Date,
  weeksShown = WEEKS_SHOWN,
): Promise<Course> {
  const { by = 'week', ...asked } = query;
  const today = await todayEverywhere(scoped, reader.organizationId, asOf);
  const last = periodOf(asked.to && asked.to < today ? asked.to : today, by);
  const first = asked.from
    ? periodOf(asked.from, by).start
    : startOfShown(last.start, by, weeksShown);
  const scope = {
    ...asked,
    from: first < last.start ? first : last.start,
    to: addDays(last.until, -1),
  };
  return {
    by,
    scope,
    today,
    periods: periodsFrom(scope.from, scope.to, by),
    daysOver:
      last.until > today
        ? await daysOver(scoped, reader, { ...scope, from: last.start }, today)
        : null,
    closures: [
      ...(await findClosures(scoped, reader, scope)),
      ...(await closuresSet(scoped, reader.organizationId, scope)).map((closure) => ({
        ...closure,
        sessions: null,
      })),
    ],
    changes: await findProcessChanges(scoped, reader, query.site),
  };
}

function startOfShown(lastStart: Day, by: PeriodKind, weeksShown: number): Day {
  const days = by === 'week' ? 7 * (weeksShown - 1) : 30 * (MONTHS_SHOWN - 1);
  return periodOf(addDays(lastStart, -days), by).start;
}
