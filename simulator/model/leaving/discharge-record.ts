import { DAY_MS, HOUR_MS } from '../calendar-day.ts';
import { endsAsPlanned, type DischargeReason } from '../course.ts';
import { Draws } from '../draws.ts';
import type { EpisodeTimeline } from '../client-timeline.ts';

export type DischargeWay = 'extension' | 'encounter' | 'questionnaire';

/** Where a reason was written down: systems differ, and so do the people who discharge. */
export interface DischargeRecord {
  ways: readonly DischargeWay[];
  /** When the discharge form was filled in: on the day or weeks later, for some never. */
  formAt: number | null;
}

/** TEDS-D REASON. */
export const TEDS_REASON: Record<DischargeReason, number> = {
  completed: 1,
  'dropped-out': 2,
  terminated: 3,
  transferred: 4,
  incarcerated: 5,
  died: 6,
  other: 7,
};

type Ways = readonly (readonly [ways: readonly DischargeWay[], weight: number])[];

/** A state's form asks only why treatment did not end as planned. */
const PLANNED: Ways = [
  [['extension'], 0.72],
  [['extension', 'encounter'], 0.14],
  [['encounter'], 0.08],
  [[], 0.06],
];
const UNPLANNED: Ways = [
  [['extension'], 0.32],
  [['questionnaire'], 0.36],
  [['encounter', 'questionnaire'], 0.14],
  [['encounter'], 0.05],
  [['extension', 'questionnaire'], 0.1],
  [[], 0.03],
];

export function dischargeRecord(
  seed: number,
  { placement, dischargedAt }: EpisodeTimeline,
): DischargeRecord {
  const { client, ordinal, step } = placement;
  const draws = new Draws(seed, 'discharge', client, ordinal);
  const ways = draws.weighted(endsAsPlanned(step.reason) ? PLANNED : UNPLANNED);
  const late = draws.chance(0.2) ? draws.between(1, 20) * DAY_MS : 0;
  const answered = ways.includes('questionnaire') || draws.chance(0.62);
  return {
    ways,
    formAt: answered ? dischargedAt + draws.between(0.1, 14) * HOUR_MS + late : null,
  };
}
