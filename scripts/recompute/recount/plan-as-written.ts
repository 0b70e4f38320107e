import type { CarePlan, CarePlanActivity } from 'fhir/r4';
import type { OwnPlanEntry } from '../own-entries/own-entries.ts';
import { phasesOf } from './prescribed-minutes.ts';
import { addDays } from './site-calendar.ts';

/** A plan as it holds: what the record says, and over it what staff wrote, in their order. */
export const planAsWritten = (
  plan: CarePlan | undefined,
  entries: readonly OwnPlanEntry[],
): CarePlan | undefined =>
  plan &&
  entries.reduce(
    (held, { says }) => ('on' in says ? until(held, says.on) : movedTo(held, says)),
    plan,
  );

/** How many of a plan's entries the record contradicts: it says neither what it said then, nor what they say. */
export function contradicted(plan: CarePlan | undefined, entries: readonly OwnPlanEntry[]): number {
  const last = [
    entries.findLast(({ says }) => 'on' in says),
    entries.findLast(({ says }) => 'number' in says),
  ].filter((entry) => entry !== undefined);
  return last.filter(({ says, before }) => {
    if ('on' in says) {
      const end = plan?.period?.end;
      return end !== before?.period?.end && end !== says.on;
    }
    const begin = startsOf(plan);
    return begin.join() !== startsOf(before).join() && begin[says.number - 1] !== says.from;
  }).length;
}

const startsOf = (plan: CarePlan | undefined): string[] =>
  plan
    ? phasesOf(plan).map(
        (phase) => phase.detail?.scheduledTiming?.repeat?.boundsPeriod?.start ?? '',
      )
    : [];

/** The phase begins on the day; the one before it has ended, and it lasts until the next begins. */
function movedTo(plan: CarePlan, { number, from }: { number: number; from: string }): CarePlan {
  const phases = phasesOf(plan).map((phase, index) =>
    index + 1 === number ? lasting(phase, { start: from }) : phase,
  );
  const starts = phases.map(
    (phase) => phase.detail?.scheduledTiming?.repeat?.boundsPeriod?.start ?? '',
  );
  return {
    ...plan,
    activity: phases.map((phase, index) => {
      const next = starts[index + 1];
      return lasting(phase, { end: next ? addDays(next, -1) : plan.period?.end });
    }),
  };
}

/** The plan ends on the day: its last phase goes on to it, or is cut short by it. */
function until(plan: CarePlan, end: string): CarePlan {
  const begun = phasesOf(plan).filter(
    (phase) => (phase.detail?.scheduledTiming?.repeat?.boundsPeriod?.start ?? '') <= end,
  );
  return {
    ...plan,
    period: { ...plan.period, end },
    activity: begun.map((phase, index) => {
      const own = phase.detail?.scheduledTiming?.repeat?.boundsPeriod?.end;
      const isLast = index === begun.length - 1;
      return isLast || own === undefined || own > end ? lasting(phase, { end }) : phase;
    }),
  };
}

function lasting(
  phase: CarePlanActivity,
  bounds: { start?: string; end?: string | undefined },
): CarePlanActivity {
  const { detail } = phase;
  const timing = detail?.scheduledTiming;
  if (!detail || !timing) return phase;
  const boundsPeriod = { ...timing.repeat?.boundsPeriod, ...bounds };
  return {
    ...phase,
    detail: {
      ...detail,
      scheduledTiming: { ...timing, repeat: { ...timing.repeat, boundsPeriod } },
    },
  };
}
