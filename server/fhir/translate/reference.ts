import type { Reference } from 'fhir/r4';
import type { Ref } from './translation.ts';

/** The resource a reference names, relative or absolute; `null` for none, contained or versionless urns. */
export function refOf(reference: Reference | undefined, type?: string): Ref | null {
  const parts = reference?.reference?.replace(/\/_history\/.*$/, '').split('/') ?? [];
  const [named, id] = parts.slice(-2);
  if (!named || !id || parts.length < 2 || (type && named !== type)) return null;
  return { type: named, id };
}
