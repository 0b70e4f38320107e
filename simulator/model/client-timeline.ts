import type { Hold } from './hold.ts';
import type { Phase } from './phase.ts';
import type { Placement } from './placement.ts';
import type { Session } from './session.ts';

/** Everything that is ever recorded about one client, past and to come. */
export interface ClientTimeline {
  client: number;
  requestedAt: number;
  assessment: Session;
  episodes: EpisodeTimeline[];
}

export interface EpisodeTimeline {
  placement: Placement;
  /** When sessions of this stay were first booked. */
  bookedAt: number;
  admittedAt: number;
  dischargedAt: number;
  hold: Hold | null;
  phases: Phase[];
  /** In the order of their start; worked out when first asked for. */
  readonly sessions: Session[];
}
