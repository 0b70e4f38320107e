/** Another resource, as a reference names it. */
export interface Ref {
  type: string;
  id: string;
}

/**
 * What a translator makes of a resource: facts in our words, or why it cannot be used. Translators
 * are pure: no clock, no database, references left as they are.
 */
export type Translation<Facts> =
  | { use: Facts }
  /** Cannot be used; kept with the reason, and what it keeps out of the figures. */
  | { heldBack: { reason: string; effect: string } }
  /** Rightly not used, such as a record entered in error. */
  | { setAside: string };

export const heldBack = (reason: string, effect: string) => ({ heldBack: { reason, effect } });

export const ENTERED_IN_ERROR = { setAside: 'Entered in error' };
