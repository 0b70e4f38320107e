import { Type, type Static } from 'typebox';

export const Persona = Type.Union([
  Type.Literal('counselor'),
  Type.Literal('supervisor'),
  Type.Literal('director'),
  Type.Literal('peer'),
  Type.Literal('aftercare'),
  Type.Literal('admin'),
]);
export type Persona = Static<typeof Persona>;

/** What a person does here; what they may see follows from it. */
export const Role = Persona;
export type Role = Persona;

export const Me = Type.Object({
  name: Type.String(),
  role: Role,
  /** The person's own id where they lead sessions or carry a caseload. */
  staffId: Type.Union([Type.String(), Type.Null()]),
  site: Type.Union([Type.String(), Type.Null()]),
  /** Where clients in the person's reach are treated: what pages can be narrowed to. */
  sites: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  /** On whose calendar what belongs to no client is shown: the person's site's, else that of most sites. */
  timeZone: Type.String(),
  /** True when the source is a simulated clinic; said on every page. */
  simulated: Type.Boolean(),
  /** True when personas stand in for a sign-in provider; said on every page. */
  demoSignIn: Type.Boolean(),
});
export type Me = Static<typeof Me>;

export const SignInRequest = Type.Object({ persona: Persona }, { additionalProperties: false });
export type SignInRequest = Static<typeof SignInRequest>;

/** Who can be signed in as; empty until the first clients have arrived. */
export const SignInOptions = Type.Object({
  personas: Type.Array(Type.Object({ persona: Persona, name: Type.String(), does: Type.String() })),
});
export type SignInOptions = Static<typeof SignInOptions>;
