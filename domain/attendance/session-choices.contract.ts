import { Type, type Static } from 'typebox';

/** What sessions can be narrowed to, whatever they are narrowed to now: programs, each with site and track. */
export const SessionChoices = Type.Object({
  /** By name. */
  programs: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      siteId: Type.Union([Type.String(), Type.Null()]),
      track: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type SessionChoices = Static<typeof SessionChoices>;
