import type { Figure } from '#domain/measures/figure.contract';

/** One decimal needs a hundred cases to mean something. */
const ENOUGH_FOR_A_DECIMAL = 100;

/** '86%', '80.4%' from 100 cases on; `null` when there is nothing to divide by. */
export function formatRate({ value, denominator }: Figure): string | null {
  if (value === null || denominator === 0) return null;
  return `${(value * 100).toFixed(denominator >= ENOUGH_FOR_A_DECIMAL ? 1 : 0)}%`;
}

/** '76–85%', whole numbers: an interval's ends are less certain than its middle. */
export const formatInterval = ({ interval }: Figure): string | null =>
  interval && `${(interval.low * 100).toFixed(0)}–${(interval.high * 100).toFixed(0)}%`;

/** '238/296', thousands apart. */
export const formatCount = ({ numerator, denominator }: Figure): string =>
  `${numerator.toLocaleString('en-US')}/${denominator.toLocaleString('en-US')}`;
