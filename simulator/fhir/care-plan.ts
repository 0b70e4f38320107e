import type { CarePlan, CarePlanActivity } from 'fhir/r4';
import { HOUR_MS, isoDate } from '../model/calendar-day.ts';
import { goals } from '../model/care/goal.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { endsAsPlanned } from '../model/course.ts';
import { localInstant } from '../model/local-time.ts';
import type { Phase } from '../model/phase.ts';
import { INTENSIVE_OUTPATIENT } from './codings.ts';
import { goalId } from './goal.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

/** When the plan moves on to its next phase: early that morning. */
const PHASE_CHANGE = 7 * 60;

/** One plan an episode: a version as each phase begins, a last one at discharge. */
export function carePlans({ seed }: Clinic, { episodes }: ClientTimeline): Recorded<CarePlan>[] {
  return episodes.map((episode) => {
    const { placement, phases, admittedAt, dischargedAt } = episode;
    const { zone } = placement.group.unit.site;
    const begun = phases.slice(1).map(({ startDay }) => localInstant(zone, startDay, PHASE_CHANGE));
    const written = admittedAt + HOUR_MS / 4;
    const at = [written, ...begun.filter((instant) => instant < dischargedAt), dischargedAt];
    return {
      id: resourceId.carePlan(placement),
      at,
      render: (version) =>
        carePlan(seed, episode, Math.min(version, at.length - 1), version === at.length),
    };
  });
}

function carePlan(
  seed: number,
  { placement, phases }: EpisodeTimeline,
  currentPhase: number,
  discharged: boolean,
): CarePlan {
  const { client, step, startDay } = placement;
  const completed = endsAsPlanned(step.reason);
  const wanted = goals(seed, placement);
  return {
    resourceType: 'CarePlan',
    id: resourceId.carePlan(placement),
    status: discharged ? (completed ? 'completed' : 'revoked') : 'active',
    intent: 'plan',
    title: 'Program plan',
    subject: { reference: `Patient/${resourceId.client(client)}` },
    period: { start: isoDate(startDay), end: isoDate(phases[phases.length - 1].endDay) },
    ...(wanted.length > 0 && {
      goal: wanted.map(({ ordinal }) => ({ reference: `Goal/${goalId(placement, ordinal)}` })),
    }),
    activity: phases.map((phase, index) => {
      const begun = index + 1 <= currentPhase;
      const over = index + 1 < currentPhase || discharged;
      const status = begun
        ? over
          ? 'completed'
          : 'in-progress'
        : discharged
          ? 'cancelled'
          : 'not-started';
      return activity(phase, status, step.level === '2.1');
    }),
  };
}

function activity(
  { name, startDay, endDay, daysPerWeek, hoursPerDay }: Phase,
  status: 'not-started' | 'in-progress' | 'completed' | 'cancelled',
  intensiveOutpatient: boolean,
): CarePlanActivity {
  return {
    detail: {
      ...(intensiveOutpatient && { code: INTENSIVE_OUTPATIENT }),
      status,
      scheduledTiming: {
        repeat: {
          boundsPeriod: { start: isoDate(startDay), end: isoDate(endDay) },
          duration: hoursPerDay,
          durationUnit: 'h',
          frequency: daysPerWeek,
          period: 1,
          periodUnit: 'wk',
        },
      },
      description: name,
    },
  };
}
