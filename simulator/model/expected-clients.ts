import type { Level } from './level-design.ts';
import { unitsOf, type Unit } from './program-map.ts';

/** How many clients this unit has in steady state, of all those at its level. */
export function expectedClients(unit: Unit, census: Record<Level, number>): number {
  const all = unitsOf(unit.level).reduce((sum, other) => sum + other.site.share * other.share, 0);
  return (census[unit.level] * unit.site.share * unit.share) / all;
}
