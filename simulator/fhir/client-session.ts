import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Placement } from '../model/placement.ts';
import type { Session } from '../model/session.ts';

/** A session with what its records say of the stay; an assessment comes before the stay. */
export interface ClientSession {
  session: Session;
  placement: Placement;
  /** The part of the record's id that is the session's own. */
  key: string;
}

export function clientSessions({ assessment, episodes }: ClientTimeline): ClientSession[] {
  return [
    { session: assessment, placement: episodes[0].placement, key: '0' },
    ...episodes.flatMap(({ placement, sessions }) =>
      sessions.map((session) => {
        return { session, placement, key: `${placement.ordinal + 1}-${session.ordinal}` };
      }),
    ),
  ];
}
