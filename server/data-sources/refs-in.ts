import type { Ref } from '../fhir/translate/translation.ts';

/** Every reference among some facts. */
export function refsIn(facts: unknown): Ref[] {
  if (typeof facts !== 'object' || facts === null) return [];
  if ('type' in facts && 'id' in facts) return [facts as Ref];
  return Object.values(facts).flatMap(refsIn);
}
