import type { EpisodeTimeline } from '../model/client-timeline.ts';
import type { Placement } from '../model/placement.ts';
import type { Session } from '../model/session.ts';

/** A session with what its records say of the stay; an assessment comes before the stay. */
export interface ClientSession {
  session: Session;
  placement: Placement;
  /** The part of the record's id that is the session's own. */
  key: string;
}

export function episodeSessions({ placement, intake, sessions }: EpisodeTimeline): ClientSession[] {
  const stay = `${placement.ordinal + 1}`;
  const first = placement.ordinal === 0 ? '0' : `${stay}-a`;
  return [
    ...(intake ? [{ session: intake.assessment, placement, key: first }] : []),
    ...sessions.map((session) => ({ session, placement, key: `${stay}-${session.ordinal}` })),
  ];
}
