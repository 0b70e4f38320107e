import { HOUR_MS, MINUTE_MS } from './calendar-day.ts';
import { attendanceChance } from './attendance-chance.ts';
import type { EpisodeTimeline } from './client-timeline.ts';
import type { Clinic } from './clinic.ts';
import { clientCancellation } from './client-cancellation.ts';
import { Draws } from './draws.ts';
import { interruption } from './interruption.ts';
import { correctedLater, recordedLater } from './late-entry.ts';
import { presence } from './presence.ts';
import { recordingDelay } from './recording-delay.ts';
import type { AppointmentChange, BookedSession, Session } from './session.ts';

const NEVER_RECORDED = 0.018;
const KEPT_WITHOUT_ENCOUNTER = 0.03;
const CANCELS_WHEN_MISSING = 0.4;
/** Some who did not come are marked as if they had: a click on the wrong line. */
const MISSED_MARKED_KEPT = 0.012;

/** What becomes of a booked session, and when each part of it is written down. */
export function recordedSession(
  clinic: Clinic,
  episode: Pick<EpisodeTimeline, 'placement' | 'hold' | 'dischargedAt'>,
  booked: BookedSession,
  ordinal: number,
): Session {
  const { placement } = episode;
  const draws = new Draws(clinic.seed, 'session', placement.client, placement.ordinal, ordinal);
  const first: AppointmentChange = { at: booked.bookedAt, status: 'booked' };
  const outcome = ownOutcome(clinic, placement, booked, draws);
  const interrupted = interruption(clinic, episode, booked);
  const settledAt = outcome.changes[0]?.at ?? booked.end;
  if (interrupted && interrupted.at < settledAt) {
    const at = Math.max(interrupted.at, booked.bookedAt + MINUTE_MS);
    const cancelled: AppointmentChange = { at, status: 'cancelled', reason: interrupted.reason };
    return { ...booked, ordinal, changes: [first, cancelled], presence: null };
  }
  return { ...booked, ordinal, changes: [first, ...outcome.changes], presence: outcome.presence };
}

function ownOutcome(
  clinic: Clinic,
  placement: EpisodeTimeline['placement'],
  booked: BookedSession,
  draws: Draws,
): Pick<Session, 'changes' | 'presence'> {
  const comes = draws.chance(attendanceChance(clinic, placement, booked));
  const { delay, never } = recordingDelay(clinic, placement, booked, draws);
  if (!comes && draws.chance(CANCELS_WHEN_MISSING)) {
    const { zone } = placement.group.unit.site;
    return { changes: [clientCancellation(zone, booked, draws)], presence: null };
  }
  if (never || draws.chance(NEVER_RECORDED)) {
    return recordedLater(booked, comes, draws) ?? { changes: [], presence: null };
  }
  if (!comes) {
    const noticed = draws.chance(0.5)
      ? draws.between(15, 60) * MINUTE_MS
      : Math.min(booked.end - booked.start + delay, draws.between(5, 6) * HOUR_MS);
    if (draws.chance(MISSED_MARKED_KEPT)) {
      return { changes: [{ at: booked.end + delay, status: 'fulfilled' }], presence: null };
    }
    const missed: AppointmentChange = { at: booked.start + noticed, status: 'noshow' };
    return correctedLater(booked, missed, draws) ?? { changes: [missed], presence: null };
  }
  const recordedAt = booked.end + delay;
  if (draws.chance(KEPT_WITHOUT_ENCOUNTER)) {
    return { changes: [{ at: recordedAt, status: 'fulfilled' }], presence: null };
  }
  const seen = presence(clinic.seed, placement.client, booked, recordedAt, draws);
  return {
    changes: [
      { at: seen.openedAt, status: 'arrived' },
      { at: recordedAt, status: 'fulfilled' },
    ],
    presence: seen,
  };
}
