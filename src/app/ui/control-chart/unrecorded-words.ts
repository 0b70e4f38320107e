import type { MeasurePoint } from '#domain/measures/measures.contract';
import { formatRate } from '../figure/format-rate';

/** More than this part of what is past makes a point poorly recorded. */
const A_TENTH = 0.1;

/**
 * '16% not recorded' of the sessions that are past; the count where the measure does not count
 * sessions, so that no share of them can be worked out.
 */
export function unrecordedWords({ denominator, excluded, unrecorded }: MeasurePoint): string {
  const past = denominator + excluded + unrecorded;
  const share = past === 0 ? 0 : unrecorded / past;
  const written = share > A_TENTH ? formatRate({ value: share, denominator: 1 }) : null;
  return `${written ?? unrecorded} not recorded`;
}
