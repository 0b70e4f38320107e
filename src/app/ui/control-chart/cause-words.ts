import type { MeasurePoint, SpecialCause } from '#domain/measures/measures.contract';
import { formatLevel } from '../figure/format-scale';
import type { Unit } from '../figure/format-rate';

/** 'below the lower limit 72.9%': what the rule found at this point. */
export function causeWords({ cause, low, high }: MeasurePoint, unit: Unit): string | null {
  if (!cause) return null;
  const limit = cause.direction === 'down' ? low : high;
  if (cause.rule !== 'outside' || limit === null) return RUN_WORDS[cause.rule][cause.direction];
  const side = cause.direction === 'down' ? 'below the lower limit' : 'above the upper limit';
  return `${side} ${formatLevel(limit, unit)}`;
}

/** 'below the limit': beside the point, where the limit itself stands in the line under it. */
export const shortCauseWords = ({ rule, direction }: SpecialCause): string => {
  if (rule !== 'outside') return RUN_WORDS[rule][direction];
  return direction === 'down' ? 'below the limit' : 'above the limit';
};

const RUN_WORDS: Record<SpecialCause['rule'], Record<SpecialCause['direction'], string>> = {
  outside: { up: 'above the limits', down: 'below the limits' },
  trend: { up: 'in a rising run', down: 'in a falling run' },
  shift: { up: 'in a run above the mean', down: 'in a run below the mean' },
  'two-of-three': {
    up: 'two of three near the upper limit',
    down: 'two of three near the lower limit',
  },
};
