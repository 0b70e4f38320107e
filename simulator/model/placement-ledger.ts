import type { Clinic } from './clinic.ts';
import { Columns } from './columns.ts';
import { course } from './course.ts';
import type { Placement } from './placement.ts';
import { stepsIn } from './planted-loss.ts';
import { slotOfNumber, slotNumber } from './slot-number.ts';

const NONE = -1;

const GROUP = 0;
const START_DAY = 1;
const COUNSELOR = 2;
const INDIVIDUAL = 3;
const FAMILY = 4;
const MOVE_GROUP = 5;
const MOVE_DAY = 6;
const FOLLOWING = 7;
const FIELDS = 8;

/**
 * Where everybody was placed, in 32 bytes a stay: what the places left free decided. All the rest of
 * a placement follows from the seed, and is worked out again when somebody asks for it.
 */
export class PlacementLedger {
  private readonly clinic: Clinic;
  /** Of each client the first row; each row knows the one that follows it. */
  private readonly firstOf = new Columns(1);
  private readonly rows = new Columns(FIELDS);

  constructor(clinic: Clinic) {
    this.clinic = clinic;
  }

  get clientCount(): number {
    return this.firstOf.count;
  }

  /** The next client, with no stay yet. */
  enter(): number {
    return this.firstOf.add([NONE]);
  }

  add({ client, group, startDay, counselor, individual, family, move }: Placement): void {
    const row = this.rows.add([
      group.index,
      startDay,
      counselor?.index ?? NONE,
      individual ? slotNumber(individual) : NONE,
      family ? slotNumber(family) : NONE,
      move?.group.index ?? NONE,
      move?.day ?? NONE,
      NONE,
    ]);
    const last = this.rowsOf(client).at(-1);
    if (last === undefined) this.firstOf.put(client, 0, row);
    else this.rows.put(last, FOLLOWING, row);
  }

  hasStays(client: number): boolean {
    return client < this.clientCount && this.firstOf.at(client, 0) !== NONE;
  }

  staysOf(client: number): Placement[] {
    if (!this.hasStays(client)) return [];
    const planned = course(this.clinic.seed, client);
    return this.rowsOf(client).map((row, ordinal) => {
      const { groups, staff } = this.clinic;
      const field = (column: number) => this.rows.at(row, column);
      const group = groups[field(GROUP)];
      const startDay = field(START_DAY);
      const { step, next } = stepsIn(this.clinic, client, planned, ordinal, group, startDay);
      const moved = field(MOVE_GROUP) !== NONE;
      return {
        client,
        ordinal,
        step,
        next,
        group,
        move: moved ? { group: groups[field(MOVE_GROUP)], day: field(MOVE_DAY) } : null,
        startDay,
        endDay: startDay + step.stayDays,
        counselor: field(COUNSELOR) === NONE ? null : staff[field(COUNSELOR)],
        individual: field(INDIVIDUAL) === NONE ? null : slotOfNumber(field(INDIVIDUAL)),
        family: field(FAMILY) === NONE ? null : slotOfNumber(field(FAMILY)),
      };
    });
  }

  private rowsOf(client: number): number[] {
    const rows: number[] = [];
    for (let row = this.firstOf.at(client, 0); row !== NONE; row = this.rows.at(row, FOLLOWING)) {
      rows.push(row);
    }
    return rows;
  }
}
