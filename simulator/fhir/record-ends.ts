import { DAY_MS, utcMidnight } from '../model/calendar-day.ts';
import type { Census } from '../model/census.ts';
import { LATEST_ENTRY_DAYS } from '../model/late-entry.ts';
import { death } from '../model/leaving/death.ts';

/** Somebody's records begin at most this long before treatment, and end this long after it. */
export const DAYS_AROUND_STAY = 35;
const DAYS_OF_LATE_RECORDS = LATEST_ENTRY_DAYS + 20;
const LONGEST_PLAN = 16 * 7;

/** When the records of each client end, as far as is known; worked out once, kept as numbers. */
export class RecordEnds {
  private readonly census: Census;
  private readonly seed: number;
  /** NaN where it was not yet asked for. */
  private written = new Float64Array(0);
  private dated = new Float64Array(0);

  constructor(census: Census, seed: number) {
    this.census = census;
    this.seed = seed;
  }

  /** An instant after which nothing is written about the client. */
  writtenUntil(client: number): number {
    this.know(client);
    return this.written[client];
  }

  /** An instant after which nothing about the client is dated. */
  datedUntil(client: number): number {
    this.know(client);
    return this.dated[client];
  }

  forget(client: number): void {
    if (client < this.written.length) this.written[client] = NaN;
  }

  private know(client: number): void {
    if (client >= this.written.length) {
      this.written = longer(this.written, client);
      this.dated = longer(this.dated, client);
    }
    if (!Number.isNaN(this.written[client])) return;
    const last = this.census.placementsOf(client).at(-1);
    if (!last) {
      this.written[client] = this.dated[client] = 0;
      return;
    }
    const known = death(this.seed, last)?.knownAt ?? 0;
    const written = Math.max(utcMidnight(last.endDay + DAYS_OF_LATE_RECORDS), known + DAY_MS);
    const dated = Math.max(last.endDay, last.startDay + LONGEST_PLAN) + DAYS_AROUND_STAY;
    this.written[client] = written;
    this.dated[client] = Math.max(utcMidnight(dated), written);
  }
}

function longer(numbers: Float64Array<ArrayBuffer>, including: number): Float64Array<ArrayBuffer> {
  const all = new Float64Array(Math.max(256, (including + 1) * 2)).fill(NaN);
  all.set(numbers);
  return all;
}
