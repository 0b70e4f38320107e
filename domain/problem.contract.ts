import { Type, type Static } from 'typebox';

/** The one error shape the API answers with. `message` is a sentence fit to show to a clinician. */
export const Problem = Type.Object({ code: Type.String(), message: Type.String() });
export type Problem = Static<typeof Problem>;
