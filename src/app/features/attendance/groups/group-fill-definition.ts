import { GROUP_FILL } from '#domain/measures/group-use';
import type { MeasureDefinition } from '#domain/measures/measures.contract';

/** Present ÷ capacity, over the full weeks of a group: no measure of sessions, so without a trend. */
export const GROUP_FILL_DEFINITION: MeasureDefinition = {
  ...GROUP_FILL,
  hasTrend: false,
  isOfSessions: false,
};
