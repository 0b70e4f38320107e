import type { Reference } from 'fhir/r4';
import type { Ref } from './translation.ts';

/** The resource a reference names, relative or absolute; `null` for none, contained or versionless urns. */
export function refOf(reference: Reference | undefined, type?: string): Ref | null {
  const [path = ''] = reference?.reference?.split('/_history/', 1) ?? [];
  const end = path.lastIndexOf('/');
  const named = path.slice(path.lastIndexOf('/', end - 1) + 1, end);
  const id = path.slice(end + 1);
  if (end < 1 || !named || !id || (type && named !== type)) return null;
  return { type: named, id };
}
