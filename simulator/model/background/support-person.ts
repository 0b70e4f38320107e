import { Draws } from '../draws.ts';
import { person, type Person } from '../person.ts';

export interface SupportPerson extends Person {
  /** HL7 v3 RoleCode. */
  relationship: 'SPS' | 'PRN' | 'SIB' | 'CHILD' | 'FRND' | 'ROOM';
  /** Whether the client agreed to them being told anything. */
  consented: boolean;
  /** Days after admission on which the client took it back; most never do. */
  revokedAfter: number | null;
}

export function supportPerson(seed: number, client: number): SupportPerson | null {
  const draws = new Draws(seed, 'support', client);
  if (!draws.chance(0.66)) return null;
  const relationship = draws.weighted([
    ['SPS', 0.34],
    ['PRN', 0.3],
    ['SIB', 0.12],
    ['CHILD', 0.06],
    ['FRND', 0.14],
    ['ROOM', 0.04],
  ] as const);
  const consented = draws.chance(0.75);
  const revokedAfter = consented && draws.chance(0.06) ? draws.whole(5, 60) : null;
  return { ...person(seed, 'support', client), relationship, consented, revokedAfter };
}
