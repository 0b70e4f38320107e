import type { Clinic } from './clinic.ts';
import type { Draws } from './draws.ts';
import type { Level } from './level-design.ts';
import { unitsOf, type Site } from './program-map.ts';
import type { TherapyGroup } from './therapy-group.ts';

/** The free seats of every group: no group ever has more members than seats. */
export class Seats {
  private readonly free: Int32Array;
  private readonly groups: Map<Level, TherapyGroup[]>;

  constructor({ groups }: Clinic) {
    this.free = Int32Array.from(groups, ({ capacity }) => capacity);
    this.groups = Map.groupBy(groups, ({ unit }) => unit.level);
  }

  /** Takes a seat at the level, at the client's own site if there is one; null when all are full. */
  take(level: Level, site: Site, draws: Draws): TherapyGroup | null {
    const home = unitsOf(level, site);
    const unit =
      home.length > 0 ? draws.weighted(home.map((one) => [one, one.share] as const)) : null;
    let best: TherapyGroup | null = null;
    let bestScore = 0;
    for (const group of this.groups.get(level) ?? []) {
      const free = this.free[group.index];
      if (free === 0) continue;
      const nearness = group.unit === unit ? 200 : group.unit.site === site ? 100 : 0;
      if (nearness + free > bestScore) {
        best = group;
        bestScore = nearness + free;
      }
    }
    if (best) this.free[best.index]--;
    return best;
  }

  /** A seat in another group of the same program; null when there is none. */
  takeElsewhere(group: TherapyGroup): TherapyGroup | null {
    const others = this.groups.get(group.unit.level) ?? [];
    const other = others.find(
      (one) => one !== group && one.unit === group.unit && this.free[one.index] > 1,
    );
    if (other) this.free[other.index]--;
    return other ?? null;
  }

  release(group: TherapyGroup): void {
    this.free[group.index]++;
  }
}
