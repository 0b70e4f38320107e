import { clockIso } from '../model/clock-iso.ts';

/** To the second, in UTC; `meta` alone carries milliseconds. */
export function utcIso(instant: number): string {
  return `${clockIso(instant)}Z`;
}
