import { background } from '../background/background.ts';
import type { Clinic } from '../clinic.ts';
import { Draws } from '../draws.ts';
import type { EpisodeTimeline } from '../client-timeline.ts';
import { localInstant } from '../local-time.ts';
import { phaseOn } from '../phase.ts';

/** What a payer agreed to pay for, in days of service. */
export interface Authorization {
  ordinal: number;
  payer: string;
  number: string;
  decidedAt: number;
  firstDay: number;
  /** Included; null where the payer's letter names none. */
  lastDay: number | null;
  units: number;
}

const WITHOUT_END = 0.03;
/** A review that was asked for late leaves days uncovered. */
const LATE_REVIEW = 0.12;

/** First four weeks, then review by review; outpatient therapy needs none. */
export function authorizations(clinic: Clinic, episode: EpisodeTimeline): Authorization[] {
  const { placement, phases, admittedAt } = episode;
  const { client, ordinal: stay, step, startDay, endDay, group } = placement;
  const { payer } = background(clinic.seed, client);
  if (!payer || step.level === '1.5') return [];
  const draws = new Draws(clinic.seed, 'authorization', client, stay);
  const { zone } = group.unit.site;
  const found: Authorization[] = [];
  for (let firstDay = startDay; firstDay <= endDay;) {
    const days = draws.pick(found.length === 0 ? [21, 28, 28] : [21, 28, 42]);
    const open = draws.chance(WITHOUT_END);
    const first = found.length === 0;
    found.push({
      ordinal: found.length,
      payer,
      number: `PA${draws.whole(10_000_000, 99_999_999)}`,
      decidedAt: first
        ? admittedAt + 45 * 60_000
        : localInstant(zone, firstDay - draws.whole(0, 4), 15 * 60),
      firstDay,
      lastDay: open ? null : firstDay + days - 1,
      units: Math.round((phaseOn(phases, firstDay).daysPerWeek * days) / 7),
    });
    if (open) break;
    firstDay += days + (draws.chance(LATE_REVIEW) ? draws.whole(1, 5) : 0);
  }
  return found;
}
