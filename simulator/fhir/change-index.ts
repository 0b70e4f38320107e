import type { Recorded } from './recorded.ts';

/** Instants are kept in whole seconds, which is as fine as a question about changes has to be. */
const SECOND = 1_000;
const FIRST_SIZE = 1_024;

interface Stretch {
  first: number;
  count: number;
}

/**
 * When records of a client change, past and to come: told without making the records again. All
 * instants of all clients stand in one block of memory, each client's in order.
 */
export class ChangeIndex {
  private seconds = new Uint32Array(FIRST_SIZE);
  private used = 0;
  /** How many of the used ones belong to nobody any more. */
  private left = 0;
  private readonly stretches = new Map<number, Stretch>();

  keep(client: number, records: readonly Recorded[]): void {
    this.forget(client);
    const count = records.reduce((sum, { at, deletedAt }) => {
      return sum + at.length + (deletedAt === undefined ? 0 : 1);
    }, 0);
    this.makeRoom(count);
    let place = this.used;
    for (const { at, deletedAt } of records) {
      for (const instant of at) this.seconds[place++] = Math.floor(instant / SECOND);
      if (deletedAt !== undefined) this.seconds[place++] = Math.floor(deletedAt / SECOND);
    }
    this.seconds.subarray(this.used, place).sort();
    this.stretches.set(client, { first: this.used, count });
    this.used = place;
  }

  /** Whether anything may have changed, to the second; null where it is not known. */
  mayChangeBetween(client: number, from: number, until: number): boolean | null {
    const stretch = this.stretches.get(client);
    if (!stretch) return null;
    const since = Math.floor(from / SECOND);
    const end = stretch.first + stretch.count;
    let low = stretch.first;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.seconds[middle] < since) low = middle + 1;
      else high = middle;
    }
    return low < end && this.seconds[low] <= Math.floor(until / SECOND);
  }

  forget(client: number): void {
    this.left += this.stretches.get(client)?.count ?? 0;
    this.stretches.delete(client);
  }

  /** How many instants there is room for. */
  get room(): number {
    return this.seconds.length;
  }

  clients(): Iterable<number> {
    return this.stretches.keys();
  }

  private makeRoom(count: number): void {
    if (this.used + count <= this.seconds.length) return;
    const kept = this.used - this.left;
    const larger = new Uint32Array(Math.max(FIRST_SIZE, Math.ceil((kept + count) * 1.5)));
    let place = 0;
    for (const stretch of this.stretches.values()) {
      larger.set(this.seconds.subarray(stretch.first, stretch.first + stretch.count), place);
      stretch.first = place;
      place += stretch.count;
    }
    this.seconds = larger;
    this.used = place;
    this.left = 0;
  }
}
