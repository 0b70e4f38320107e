import type { MeasureSeries } from '#domain/measures/measures.contract';

/** What stands where no rule found anything: that they looked, or why they could not. */
export function nothingFound({ points, limits }: MeasureSeries): string {
  const hasLimits = points.some(({ centre }) => centre !== null);
  if (hasLimits) return 'No special cause: all points within the limits.';
  return `${limits.charAt(0).toUpperCase()}${limits.slice(1)}.`.replace('..', '.');
}
