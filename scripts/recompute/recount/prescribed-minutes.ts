import type { CarePlan, CarePlanActivity } from 'fhir/r4';
import { addDays, weekdayOf } from './site-calendar.ts';

const weekdayCodes = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const minutesPer: Record<string, number> = { min: 1, h: 60 };

/** The days, both included, that the client is in the program and the plan holds. */
export interface Stay {
  firstDay: string;
  lastDay: string | undefined;
}

/** The phases of the plan, in order of their start; a cancelled one was planned, but asks nothing. */
export function phasesOf(plan: CarePlan): CarePlanActivity[] {
  return (plan.activity ?? [])
    .filter(({ detail }) => detail && detail.status !== 'entered-in-error')
    .sort((a, b) => boundsOf(a).start.localeCompare(boundsOf(b).start));
}

/** The number, from 1, of the phase that a day falls in; `null` where none does. */
export function phaseOn(plan: CarePlan, day: string): number | null {
  const index = phasesOf(plan).findIndex(
    (phase) => phase.detail?.status !== 'cancelled' && isWithin(day, boundsOf(phase)),
  );
  return index < 0 ? null : index + 1;
}

/** In a whole week of the phase that a day falls in; `null` where it does not say. */
export function minutesOn(plan: CarePlan, day: string): number | null {
  const number = phaseOn(plan, day);
  return number === null ? null : minutesAWeek(phasesOf(plan)[number - 1]);
}

function minutesAWeek(phase: CarePlanActivity | undefined): number | null {
  const repeat = phase?.detail?.scheduledTiming?.repeat;
  if (!repeat?.duration) return null;
  const minutes = repeat.duration * (minutesPer[repeat.durationUnit ?? 'h'] ?? Number.NaN);
  return (minutes * (repeat.frequency ?? 1)) / (repeat.period ?? 1);
}

/** What the plan asks of one week, each phase by the share of its program days in that week. */
export function prescribedMinutes(plan: CarePlan, monday: string, stay: Stay): number | null {
  const week = weekdayCodes.map((_, index) => addDays(monday, index));
  const parts = phasesOf(plan).flatMap((phase) => {
    const repeat = phase.detail?.scheduledTiming?.repeat;
    const minutes = minutesAWeek(phase);
    if (minutes === null || phase.detail?.status === 'cancelled') return [];
    const days: readonly string[] = repeat?.dayOfWeek ?? weekdayCodes.slice(0, 5);
    const held = week.filter(
      (day) =>
        days.includes(weekdayCodes[weekdayOf(day)] ?? '') &&
        isWithin(day, boundsOf(phase)) &&
        isWithin(day, { start: stay.firstDay, end: stay.lastDay }),
    );
    return held.length > 0 ? [(minutes * held.length) / days.length] : [];
  });
  return parts.length > 0 ? Math.round(parts.reduce((sum, part) => sum + part, 0)) : null;
}

function boundsOf({ detail }: CarePlanActivity): { start: string; end: string | undefined } {
  const bounds = detail?.scheduledTiming?.repeat?.boundsPeriod;
  return { start: bounds?.start ?? '', end: bounds?.end };
}

function isWithin(
  day: string,
  { start, end }: { start: string; end: string | undefined },
): boolean {
  return start <= day && (end === undefined || day <= end);
}
