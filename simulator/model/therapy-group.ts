import { Draws } from './draws.ts';
import { LEVEL_DESIGNS, type Level } from './level-design.ts';
import { expectedClients } from './expected-clients.ts';
import { UNITS, type GroupSchedule, type Unit } from './program-map.ts';

export interface TherapyGroup {
  index: number;
  unit: Unit;
  name: string;
  capacity: number;
  schedule: GroupSchedule;
  minutes: number;
}

const TYPICAL_CAPACITY = 10;
/** Seats beyond the expected census, so that hardly anybody waits for one. */
const SPARE = 1.3;

export function therapyGroups(seed: number, census: Record<Level, number>): TherapyGroup[] {
  const groups: TherapyGroup[] = [];
  for (const unit of UNITS) {
    const seats = expectedClients(unit, census) * SPARE;
    const count = Math.max(1, Math.ceil(seats / TYPICAL_CAPACITY));
    for (let number = 0; number < count; number++) {
      const index = groups.length;
      groups.push({
        index,
        unit,
        name: `Group ${letters(number)}`,
        capacity: new Draws(seed, 'group', index).whole(8, 12),
        schedule: unit.schedules[number % unit.schedules.length],
        minutes: LEVEL_DESIGNS[unit.level].hoursPerDay * 60,
      });
    }
  }
  return groups;
}

function letters(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}
