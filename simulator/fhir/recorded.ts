import type { FhirResource } from 'fhir/r4';

/** A resource with every version it ever has: the recorded future of one record. */
export interface Recorded<R extends FhirResource = FhirResource> {
  id: string;
  /** When each version was written, rising. */
  at: readonly number[];
  /** When it was deleted, after its last version; most never are. */
  deletedAt?: number;
  /** The clients of a booking that several share. */
  sharedBy?: readonly number[];
  /** The booking that an encounter belongs to, where its id does not tell. */
  bookedAs?: string;
  /** The content of a version, counted from 1, without `meta`. */
  render: (version: number) => R;
}

/** How many versions there are by then; 0 while the resource does not exist. */
export function versionAt({ at }: Pick<Recorded, 'at'>, instant: number): number {
  let version = at.length;
  while (version > 0 && at[version - 1] > instant) version--;
  return version;
}
