const z = 1.959964;

/** The two shares of which the one observed is just as far as a normal quantile allows (Wilson 1927). */
export function wilson(counted: number, of: number): { low: number; high: number } | null {
  if (of === 0) return null;
  // The roots of (p − s)² = z²·s(1 − s)/n in s.
  const p = counted / of;
  const a = 1 + z ** 2 / of;
  const b = -(2 * p + z ** 2 / of);
  const root = Math.sqrt(b ** 2 - 4 * a * p ** 2);
  return { low: Math.max(0, (-b - root) / (2 * a)), high: Math.min(1, (-b + root) / (2 * a)) };
}
