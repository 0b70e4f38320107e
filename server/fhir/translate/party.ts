import type { Reference } from 'fhir/r4';
import { refOf } from './reference.ts';
import type { Ref } from './translation.ts';

/** Who asks or does: a record of the source, a name alone, or neither. */
export interface Party {
  record: Ref | null;
  name: string | null;
}

export const partyOf = (reference: Reference | undefined): Party => ({
  record: refOf(reference),
  name: reference?.display ?? null,
});
