export interface Timings {
  min: number;
  median: number;
  p95: number;
}

/** Milliseconds that one run of the work takes, over many runs in a row. */
export async function timingsOf(runs: number, work: () => Promise<unknown>): Promise<Timings> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return summaryOf(taken);
}

export function summaryOf(taken: readonly number[]): Timings {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), p95: at(0.95) };
}
