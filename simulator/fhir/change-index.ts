import type { Recorded } from './recorded.ts';

/** When records of a client change, past and to come: told without making the records again. */
export class ChangeIndex {
  private readonly instants = new Map<number, Float64Array>();

  keep(client: number, records: readonly Recorded[]): void {
    const all = records.flatMap(({ at, deletedAt }) =>
      deletedAt === undefined ? at : [...at, deletedAt],
    );
    this.instants.set(client, Float64Array.from(all).sort());
  }

  /** Null where it is not known. */
  changesBetween(client: number, from: number, until: number): boolean | null {
    const instants = this.instants.get(client);
    if (!instants) return null;
    let low = 0;
    let high = instants.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Math.floor(instants[middle]) < from) low = middle + 1;
      else high = middle;
    }
    return low < instants.length && instants[low] <= until;
  }

  forget(client: number): void {
    this.instants.delete(client);
  }

  clients(): Iterable<number> {
    return this.instants.keys();
  }
}
