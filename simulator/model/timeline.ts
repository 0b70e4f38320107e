import { HOUR_MS, MINUTE_MS } from './calendar-day.ts';
import type { Clinic } from './clinic.ts';
import type { ClientTimeline, EpisodeTimeline } from './client-timeline.ts';
import { endsAsPlanned } from './course.ts';
import { Draws } from './draws.ts';
import { episodeBookings } from './episode-bookings.ts';
import { hold } from './hold.ts';
import { intake, type Intake } from './intake.ts';
import { localInstant } from './local-time.ts';
import { phases } from './phase.ts';
import type { Placement } from './placement.ts';
import { recordedSession } from './recorded-session.ts';
import type { Session } from './session.ts';

/** Days before a step-down on which the next stay's first sessions are booked. */
const STEP_DOWN_NOTICE = 6;

export function timeline(clinic: Clinic, placements: readonly Placement[]): ClientTimeline {
  let noticeAt = 0;
  const episodes = placements.map((placement) => {
    const led = placement.step.entry === 'step-down' ? null : intake(clinic, placement);
    const built = episode(clinic, placement, led, noticeAt);
    const { zone } = placement.group.unit.site;
    noticeAt = localInstant(zone, placement.endDay - STEP_DOWN_NOTICE, 15 * 60);
    return built;
  });
  const [{ placement, intake: first }] = episodes;
  return { client: placement.client, requestedAt: first?.requestedAt ?? 0, episodes };
}

function episode(
  clinic: Clinic,
  placement: Placement,
  led: Intake | null,
  noticeAt: number,
): EpisodeTimeline {
  const { client, ordinal, startDay, endDay, step, group } = placement;
  const { zone } = group.unit.site;
  const draws = new Draws(clinic.seed, 'episode', client, ordinal);
  const admittedAt = localInstant(zone, startDay, group.schedule.startsAt - draws.whole(20, 50));
  const closing = localInstant(zone, endDay, 21 * 60 + draws.whole(5, 40));
  // An early end is often noted only the next day; a planned one when the last day is over.
  const late = !endsAsPlanned(step.reason) && draws.chance(0.3);
  const dischargedAt = late ? closing + draws.between(11, 20) * HOUR_MS : closing;
  const stay = {
    placement,
    intake: led,
    bookedAt: led ? led.assessment.end + 20 * MINUTE_MS : noticeAt,
    admittedAt,
    dischargedAt,
    hold: hold(clinic.seed, placement),
    phases: phases(placement),
  };
  let sessions: Session[] | null = null;
  return {
    ...stay,
    get sessions() {
      return (sessions ??= sessionsOf(clinic, stay));
    },
  };
}

function sessionsOf(clinic: Clinic, stay: Omit<EpisodeTimeline, 'sessions'>): Session[] {
  const { step, endDay } = stay.placement;
  const booked = episodeBookings(clinic, stay).filter(
    ({ day }) => day <= endDay || !endsAsPlanned(step.reason),
  );
  return booked.map((session, at) => recordedSession(clinic, stay, session, at));
}
