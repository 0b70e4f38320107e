import type { CarePlan, CarePlanActivityDetail, TimingRepeat } from 'fhir/r4';
import { addDays } from '#domain/calendar/calendar-day';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface PhaseFacts {
  startsOn: string;
  endsOn: string;
  /** Prescribed; `null` where the plan does not say. */
  minutesPerWeek: number | null;
  /** 1 Monday … 7 Sunday; `null` where the plan does not say. */
  weekdays: number[] | null;
}

export interface PlanFacts {
  client: Ref;
  startsOn: string;
  /** The planned discharge. */
  endsOn: string | null;
  /** In order; the first is phase 1. */
  phases: PhaseFacts[];
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKS_IN: Record<string, number> = { wk: 1, d: 1 / 7, mo: 52 / 12 };
const MINUTES_IN: Record<string, number> = { min: 1, h: 60 };

/** The plan of an episode: its activities with a bounded, scheduled timing are its phases. */
export function translateCarePlan(plan: CarePlan): Translation<PlanFacts> {
  if (plan.status === 'entered-in-error') return ENTERED_IN_ERROR;
  const client = refOf(plan.subject, 'Patient');
  const startsOn = wholeDay(plan.period?.start);
  if (!client) return heldBack('Names no client', 'prescribed hours are not known');
  if (!startsOn) return heldBack('Has no start date', 'prescribed hours are not known');
  // Revoked is ended early, not never meant: it held until then, and looking back it must still say so.
  const heldUntil = plan.status === 'revoked' ? wholeDay(plan.meta?.lastUpdated) : undefined;
  if (heldUntil === null) return { setAside: 'Revoked' };
  const phases = (plan.activity ?? [])
    .flatMap(({ detail }) => phaseOf(detail) ?? [])
    .map((phase) =>
      heldUntil && heldUntil < phase.endsOn ? { ...phase, endsOn: heldUntil } : phase,
    )
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  return { use: { client, startsOn, endsOn: wholeDay(plan.period?.end), phases } };
}

function phaseOf(detail: CarePlanActivityDetail | undefined): PhaseFacts | null {
  const repeat = detail?.scheduledTiming?.repeat;
  const { start, end } = repeat?.boundsPeriod ?? {};
  const startsOn = wholeDay(start);
  if (!repeat || !startsOn || detail?.status === 'entered-in-error') return null;
  // An end that is there and not a whole day must not become a phase that goes on for years.
  const endsOn = end ? wholeDay(end) : addDays(startsOn, 3650);
  if (!endsOn) return null;
  return {
    startsOn,
    endsOn,
    minutesPerWeek: minutesPerWeek(repeat),
    weekdays: repeat.dayOfWeek?.map((day) => WEEKDAYS.indexOf(day) + 1) ?? null,
  };
}

function minutesPerWeek({
  frequency,
  period,
  periodUnit,
  duration,
  durationUnit,
  dayOfWeek,
}: TimingRepeat) {
  // 'Once a day' on named weekdays happens on those days only.
  const onNamedDays = period === 1 && periodUnit === 'd' && dayOfWeek?.length;
  const weeks = onNamedDays
    ? 1 / dayOfWeek.length
    : (period ?? 0) * (WEEKS_IN[periodUnit ?? ''] ?? 0);
  const minutes = (duration ?? 0) * (MINUTES_IN[durationUnit ?? ''] ?? 0);
  return weeks && minutes ? Math.round(((frequency ?? 1) * minutes) / weeks) : null;
}
