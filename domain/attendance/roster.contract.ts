import { Type, type Static } from 'typebox';
import { Instant } from '../contract-parts.ts';

/** Who is expected in a session, and what is recorded of each. */
export const Roster = Type.Object({
  sessionId: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  timeZone: Type.String(),
  service: Type.String(),
  kind: Type.String(),
  site: Type.Union([Type.String(), Type.Null()]),
  facilitator: Type.Union([Type.String(), Type.Null()]),
  /** Started at least 30 minutes ago and somebody has no outcome yet. */
  unmarked: Type.Boolean(),
  members: Type.Array(
    Type.Object({
      clientId: Type.String(),
      familyName: Type.String(),
      givenName: Type.String(),
      /** An attendance status, as at asOf. */
      status: Type.String(),
      /** On the reader's own caseload, so that their record can be opened. */
      mine: Type.Boolean(),
    }),
  ),
});
export type Roster = Static<typeof Roster>;

/** The sessions the reader leads on the day of asOf, in order. */
export const Rosters = Type.Object({ asOf: Instant, rosters: Type.Array(Roster) });
export type Rosters = Static<typeof Rosters>;
