import type { HumanName } from 'fhir/r4';

export interface PersonName {
  familyName: string;
  givenName: string;
}

const USES = ['official', 'usual', undefined, 'nickname', 'temp', 'anonymous'];

/** The name to call somebody by: official before usual; old and maiden names never. */
export function personName(names: readonly HumanName[] | undefined): PersonName {
  const chosen = USES.map((use) => names?.find((name) => name.use === use)).find(Boolean);
  const familyName = chosen?.family ?? chosen?.text ?? '';
  return {
    familyName: familyName || 'Name not recorded',
    givenName: chosen?.given?.join(' ') ?? '',
  };
}
