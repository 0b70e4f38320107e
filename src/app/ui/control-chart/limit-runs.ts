import type { MeasurePoint } from '#domain/measures/measures.contract';

/** Points that share one mean: from a change of process on there is another. */
export interface LimitRun {
  from: number;
  /** The last one, counted. */
  to: number;
  centre: number;
}

export function limitRuns(points: readonly MeasurePoint[]): LimitRun[] {
  const runs: LimitRun[] = [];
  points.forEach(({ centre }, index) => {
    const run = runs.at(-1);
    if (centre === null) return;
    if (run?.to === index - 1 && run.centre === centre) run.to = index;
    else runs.push({ from: index, to: index, centre });
  });
  return runs;
}
