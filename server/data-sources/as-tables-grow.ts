const FIRST = 10_000;

/**
 * Does something whenever what came of one type has grown fourfold since the last time, from 10,000 on.
 * The planner must hear what tables hold while they fill; the embedded database never looks by itself.
 * By type, for each fills tables of its own: of all together, the attendance of a clinic of a hundred
 * thousand came after two million resources, and was taken to be empty until eight million.
 */
export function asTablesGrow(
  work: () => Promise<void>,
): (came: readonly { type: string }[]) => Promise<void> {
  const reached = new Map<string, number>();
  const next = new Map<string, number>();
  return async (came) => {
    let grown = false;
    for (const [type, { length }] of Map.groupBy(came, ({ type }) => type)) {
      const now = (reached.get(type) ?? 0) + length;
      reached.set(type, now);
      if (now < (next.get(type) ?? FIRST)) continue;
      next.set(type, now * 4);
      grown = true;
    }
    if (grown) await work();
  };
}
