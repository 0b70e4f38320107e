import type { Clinic } from './clinic.ts';
import type { EpisodeTimeline } from './client-timeline.ts';
import { Draws } from './draws.ts';
import type { AppointmentChange, Session } from './session.ts';
import type { TherapyGroup } from './therapy-group.ts';

/** One client's place in one meeting of a group that is booked as a whole. */
export interface GroupSeat {
  episode: EpisodeTimeline;
  session: Session;
}

const HELD_WITHOUT_ENCOUNTERS = 0.12;

/** Whether the group's meetings are one booking each with all who come to them. */
export function isBookedTogether({ scenario }: Clinic, { unit }: TherapyGroup): boolean {
  return unit.bookedTogether && !scenario.alike;
}

/** A meeting that was held, and of which nobody wrote down who was there. */
export function isHeldWithoutEncounters(seed: number, group: TherapyGroup, day: number): boolean {
  return new Draws(seed, 'group-roster', group.index, day).chance(HELD_WITHOUT_ENCOUNTERS);
}

/** Whether the client alone is called off: they left, or are elsewhere for some days. */
export function leavesRoster(
  { episode: { dischargedAt, hold }, session }: GroupSeat,
  { at, status }: AppointmentChange,
): boolean {
  if (status !== 'cancelled') return false;
  if (dischargedAt < session.start && at >= dischargedAt) return true;
  return hold !== null && at >= hold.startedAt && session.start < hold.endedAt;
}
