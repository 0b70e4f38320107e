import { weekday } from './calendar-day.ts';
import { Caseloads } from './caseloads.ts';
import type { Clinic } from './clinic.ts';
import { closedDay } from './closed-day.ts';
import { course, type CourseStep } from './course.ts';
import { Draws } from './draws.ts';
import { LEVEL_DESIGNS, type Level } from './level-design.ts';
import type { Placement } from './placement.ts';
import { PlacementLedger } from './placement-ledger.ts';
import { stepsIn } from './planted-loss.ts';
import { SITES, unitsOf, type Site } from './program-map.ts';
import { Seats } from './seats.ts';
import type { TherapyGroup } from './therapy-group.ts';

const CHANGES_GROUP = 0.04;
const SHORTEST_WITH_CHANGE = 28;

interface Waiting {
  client: number;
  steps: CourseStep[];
  ordinal: number;
  site: Site;
}

/**
 * Who is where, and when. Clients are placed day by day, each by what those before them left free:
 * nothing about a day ever depends on a later one, however far the census is extended.
 */
export class Census {
  private readonly clinic: Clinic;
  private readonly seats: Seats;
  private readonly caseloads: Caseloads;
  private readonly ledger: PlacementLedger;
  private readonly onPlaced: (placement: Placement) => void;
  private readonly waiting = new Map<number, Waiting[]>();
  private readonly leaving = new Map<number, Placement[]>();
  private extendedTo = -1;

  constructor(clinic: Clinic, onPlaced: (placement: Placement) => void = () => undefined) {
    this.clinic = clinic;
    this.onPlaced = onPlaced;
    this.ledger = new PlacementLedger(clinic);
    this.seats = new Seats(clinic);
    this.caseloads = new Caseloads(clinic);
  }

  get clientCount(): number {
    return this.ledger.clientCount;
  }

  placementsOf(client: number): readonly Placement[] {
    return this.ledger.staysOf(client);
  }

  hasPlacements(client: number): boolean {
    return this.ledger.hasStays(client);
  }

  /** Places everybody who starts by this day; answers whose placements grew. */
  extendTo(day: number): number[] {
    const grown: number[] = [];
    while (this.extendedTo < day) {
      const today = ++this.extendedTo;
      for (const placement of this.due(this.leaving, today)) {
        this.seats.release(placement.group);
        if (placement.move) this.seats.release(placement.move.group);
        this.caseloads.release(placement);
      }
      const queue = this.due(this.waiting, today);
      while (this.clinic.admissions.readyDay(this.clientCount) <= today) {
        const client = this.ledger.enter();
        const steps = course(this.clinic.seed, client);
        queue.push({ client, steps, ordinal: 0, site: this.homeSite(client, steps[0].level) });
      }
      for (const waiting of queue) {
        if (this.place(waiting, today)) grown.push(waiting.client);
        else this.postpone(this.waiting, today + 1, waiting);
      }
    }
    return grown;
  }

  private due<T>(agenda: Map<number, T[]>, day: number): T[] {
    const entries = agenda.get(day) ?? [];
    agenda.delete(day);
    return entries;
  }

  private postpone<T>(agenda: Map<number, T[]>, day: number, entry: T): void {
    const entries = agenda.get(day);
    if (entries) entries.push(entry);
    else agenda.set(day, [entry]);
  }

  private homeSite(client: number, level: Level): Site {
    const offering = SITES.filter((site) => unitsOf(level, site).length > 0);
    return new Draws(this.clinic.seed, 'site', client).weighted(
      offering.map((site) => [site, site.share] as const),
    );
  }

  private place({ client, steps, ordinal, site }: Waiting, today: number): boolean {
    const { seed } = this.clinic;
    const planned = steps[ordinal];
    const draws = new Draws(seed, 'placement', client, ordinal);
    const group = this.seats.take(planned.level, site, draws);
    if (!group) return false;
    const startDay = firstGroupDay(group, today);
    const { step, next } = stepsIn(this.clinic, client, steps, ordinal, group, startDay);
    const endDay = startDay + step.stayDays;
    const care = this.caseloads.takeOn(draws, group, LEVEL_DESIGNS[step.level]);
    const move = this.moveOf(draws, group, startDay, endDay);
    const placement = { client, ordinal, step, next, group, move, startDay, endDay, ...care };
    this.ledger.add(placement);
    this.onPlaced(placement);
    this.postpone(this.leaving, endDay + 1, placement);
    if (next) {
      const waiting = { client, steps, ordinal: ordinal + 1, site: group.unit.site };
      this.postpone(this.waiting, endDay + 1 + next.gapDays, waiting);
    }
    return true;
  }

  /** A seat in another group of the same program, where there is one and the stay is long enough. */
  private moveOf(
    draws: Draws,
    group: TherapyGroup,
    startDay: number,
    endDay: number,
  ): Placement['move'] {
    const moves = draws.chance(CHANGES_GROUP);
    if (!moves || endDay - startDay < SHORTEST_WITH_CHANGE) return null;
    const other = this.seats.takeElsewhere(group);
    return other && { group: other, day: startDay + draws.whole(14, endDay - startDay - 7) };
  }
}

function firstGroupDay(group: TherapyGroup, from: number): number {
  let day = from;
  while (closedDay(day, group.unit.site) || !group.schedule.weekdays.includes(weekday(day))) day++;
  return day;
}
