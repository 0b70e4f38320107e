import type { Band, Instrument, Subscale } from './instrument.ts';

/** The band a total lies in; `null` where the instrument has none. */
export const bandOf = ({ bands }: Instrument, total: number): Band | null =>
  bands.find(({ from, to }) => total >= from && total <= to) ?? null;

/** Whether a subscale meets its authors' cut; `null` where they published none. */
export function isConcern({ concern }: Subscale, value: number): boolean | null {
  if (!concern) return null;
  return 'atLeast' in concern ? value >= concern.atLeast : value <= concern.atMost;
}

/** Whether a screen is positive; `null` without a cut, or where it hangs on a sex that is not known. */
export function isPositive(
  { positiveFrom }: Instrument,
  total: number,
  sex: 'male' | 'female' | null,
): boolean | null {
  if (!positiveFrom) return null;
  if (sex) return total >= positiveFrom[sex];
  const answers = Object.values(positiveFrom).map((from) => total >= from);
  return answers.every((answer) => answer === answers[0]) ? (answers[0] ?? null) : null;
}
