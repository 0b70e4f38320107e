import type { Hold } from './hold.ts';
import type { Intake } from './intake.ts';
import type { Phase } from './phase.ts';
import type { Placement } from './placement.ts';
import type { Session } from './session.ts';

/** Everything that is ever recorded about one client's stays, past and to come. */
export interface ClientTimeline {
  client: number;
  requestedAt: number;
  episodes: EpisodeTimeline[];
}

export interface EpisodeTimeline {
  placement: Placement;
  /** What led to an admission; null for a step-down, which nobody asks for at the door. */
  intake: Intake | null;
  /** When sessions of this stay were first booked. */
  bookedAt: number;
  admittedAt: number;
  dischargedAt: number;
  hold: Hold | null;
  phases: Phase[];
  /** In the order of their start; worked out when first asked for. */
  readonly sessions: Session[];
}
