import type { Timings } from './timings.ts';

/** One line of the table: what was measured, beside what is wanted and what the machine can do. */
export interface Result {
  what: string;
  target: string;
  measured: Timings | number;
  unit: string;
  /** The least that the same run of the same machine needs for it; the median is compared. */
  floor?: { what: string; measured: Timings | number };
}

const shown = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 2 : 0 });

const medianOf = (measured: Timings | number): number =>
  typeof measured === 'number' ? measured : measured.median;

export function printResults(results: readonly Result[]): void {
  const rows = results.map(({ what, target, measured, unit, floor }) => ({
    what,
    target,
    unit,
    min: typeof measured === 'number' ? '' : shown(measured.min),
    median: shown(medianOf(measured)),
    p95: typeof measured === 'number' ? '' : shown(measured.p95),
    floor: floor ? `${shown(medianOf(floor.measured))} ${floor.what}` : '',
    ratio: floor ? shown(medianOf(measured) / medianOf(floor.measured)) : '',
  }));
  console.table(rows);
}
