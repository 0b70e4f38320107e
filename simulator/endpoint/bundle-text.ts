import type { Bundle } from 'fhir/r4';

/** A bundle as text, with entries that are text already. */
export function withEntries(bundle: Bundle, entries: readonly string[]): string {
  return `${JSON.stringify(bundle).slice(0, -1)},"entry":[${entries.join(',')}]}`;
}
