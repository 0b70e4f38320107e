const FIRST = 5_000;

/**
 * Does something whenever what was counted has grown fourfold since the last time, from 5,000 on. The
 * planner must hear what tables hold while they fill; the embedded database never looks by itself.
 */
export function asTablesGrow(work: () => Promise<void>): (more: number) => Promise<void> {
  let next = FIRST;
  let reached = 0;
  return async (more) => {
    reached += more;
    if (reached < next) return;
    next = reached * 4;
    await work();
  };
}
