/** To the second, in UTC; `meta` alone carries milliseconds. */
export function utcIso(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
