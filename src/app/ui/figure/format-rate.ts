import type { Figure } from '#domain/measures/figure.contract';
import type { MeasureDefinition } from '#domain/measures/measures.contract';

export type Unit = MeasureDefinition['unit'];
export type CountedIn = MeasureDefinition['countedIn'];
type Counted = Pick<Figure, 'value' | 'denominator'>;

/** One decimal needs a hundred cases to mean something. */
const ENOUGH_FOR_A_DECIMAL = 100;

export const SIGNS: Record<Unit, string> = {
  share: '%',
  hours: ' h',
  days: ' days',
  weeks: ' weeks',
  sessions: ' sessions',
  clients: ' clients',
  discharges: ' discharges',
};
/** What is counted one by one has no decimals of its own; what is measured has one. */
const WHOLE: readonly Unit[] = ['sessions', 'clients', 'discharges', 'days', 'weeks'];

/** '86%', '80.4%' from 100 cases on; `null` when there is nothing to divide by. */
export function formatRate({ value, denominator }: Counted): string | null {
  if (value === null || denominator === 0) return null;
  return `${(value * 100).toFixed(denominator >= ENOUGH_FOR_A_DECIMAL ? 1 : 0)}%`;
}

/** A rate as `formatRate` writes it; '10.4 h', '12 days', '588 sessions' of what is no share. */
export function formatValue(counted: Counted, unit: Unit): string | null {
  if (unit === 'share') return formatRate(counted);
  return counted.value === null ? null : inNumbers(counted.value, unit) + SIGNS[unit];
}

/** '76–85%', whole numbers: an interval's ends are less certain than its middle. */
export function formatInterval({ interval }: Figure, unit: Unit = 'share'): string | null {
  if (!interval) return null;
  if (unit !== 'share') {
    return `${inNumbers(interval.low, unit)}–${inNumbers(interval.high, unit)}${SIGNS[unit]}`;
  }
  return `${(interval.low * 100).toFixed(0)}–${(interval.high * 100).toFixed(0)}%`;
}

/** '15% (11–19%)' of a rate that stands without its parts: whole percent, which say nothing of them. */
export function formatRoughRate({
  value,
  interval,
}: Pick<Figure, 'interval'> & { value: number }): string {
  const rate = `${(value * 100).toFixed(0)}%`;
  if (!interval) return rate;
  return `${rate} (${(interval.low * 100).toFixed(0)}–${(interval.high * 100).toFixed(0)}%)`;
}

/**
 * '238/296', thousands apart; '312.5/400 h' of minutes, which nobody reads in thousands; '158' of what
 * is part of no whole.
 */
export function formatCount(
  { numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>,
  countedIn: CountedIn = 'sessions',
): string {
  const counted = formatCounted(numerator, countedIn);
  const isOfNoWhole = denominator === 0 && numerator > 0;
  const count = isOfNoWhole ? counted : `${counted}/${formatCounted(denominator, countedIn)}`;
  return countedIn === 'minutes' ? `${count} h` : count;
}

/** One side of a count; minutes in hours. */
export const formatCounted = (counted: number, countedIn: CountedIn): string =>
  formatNumber(countedIn === 'minutes' ? counted / 60 : counted);

// Built once: to build a formatter takes longer than to draw a row.
const AT_MOST_ONE_DECIMAL = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const ONE_DECIMAL = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** '1,240' or '1,240.5'. */
export const formatNumber = (value: number): string => AT_MOST_ONE_DECIMAL.format(value);

/** '10.4' hours, '588' sessions, of what is no share. */
export const inNumbers = (value: number, unit: Unit): string =>
  (WHOLE.includes(unit) ? AT_MOST_ONE_DECIMAL : ONE_DECIMAL).format(value);
