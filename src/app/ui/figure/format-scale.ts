import { formatNumber, inNumbers, SIGNS, type Unit } from './format-rate';

/** '72.9%' or '10.2 h': a mean or a limit, which is worked out and so has its decimal. */
export const formatLevel = (value: number, unit: Unit): string =>
  formatBare(value, unit) + SIGNS[unit];

/** '72.9' where the unit stands beside it. */
export const formatBare = (value: number, unit: Unit): string =>
  unit === 'share' ? (value * 100).toFixed(1) : inNumbers(value, unit);

/** '75': in a cell whose table says the unit. */
export const formatRounded = (value: number, unit: Unit): string =>
  unit === 'share' ? (value * 100).toFixed(0) : inNumbers(value, unit);

/** '70 to 80%', or '100% or more' where there is no end: a part of a scale. */
export const formatShares = (from: number, to: number | null): string =>
  to === null
    ? `${formatRounded(from, 'share')}% or more`
    : `${formatRounded(from, 'share')} to ${formatRounded(to, 'share')}%`;

/** '90%' on an axis, '80' below its top. */
export function formatTick(value: number, unit: Unit, isTop: boolean): string {
  const number = unit === 'share' ? (value * 100).toFixed(0) : formatNumber(value);
  return isTop && unit === 'share' ? number + SIGNS[unit] : number;
}

/** '%', 'hours' …: what a chart says once, so that its numbers need not. */
export const unitWord = (unit: Unit): string => (unit === 'share' ? '%' : unit);
