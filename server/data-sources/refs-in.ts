import type { Ref } from '../fhir/translate/translation.ts';

/** Every reference among some facts. */
export function refsIn(facts: unknown): Ref[] {
  const refs: Ref[] = [];
  gather(facts, refs);
  return refs;
}

function gather(facts: unknown, refs: Ref[]): void {
  if (typeof facts !== 'object' || facts === null) return;
  if ('type' in facts && 'id' in facts) refs.push(facts as Ref);
  else for (const part of Object.values(facts)) gather(part, refs);
}
