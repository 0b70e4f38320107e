import type { Clinic } from '../clinic.ts';
import { DAY_MS } from '../calendar-day.ts';
import type { EpisodeTimeline } from '../client-timeline.ts';
import { Draws } from '../draws.ts';
import { localInstant } from '../local-time.ts';
import { authorizations, type Authorization } from './authorization.ts';

/** Days of service that a payer refused to pay for. */
export interface Denial extends Pick<Authorization, 'payer' | 'number' | 'decidedAt' | 'units'> {
  ordinal: number;
}

const DENIED_AT_FIRST = 0.07;
const DENIED_AT_THE_END = 0.04;

/**
 * Some reviews are denied, and granted after a peer-to-peer call some days later; some stays end
 * because more days were denied.
 */
export function denials(clinic: Clinic, episode: EpisodeTimeline): Denial[] {
  const { client, ordinal: stay, step, endDay, group } = episode.placement;
  const granted = authorizations(clinic, episode);
  if (granted.length === 0) return [];
  const draws = new Draws(clinic.seed, 'denial', client, stay);
  const number = () => `PA${draws.whole(10_000_000, 99_999_999)}`;
  const found: Omit<Denial, 'ordinal'>[] = [];
  for (const { payer, decidedAt, units } of granted.slice(1)) {
    if (!draws.chance(DENIED_AT_FIRST)) continue;
    const before = draws.between(1, 5) * DAY_MS;
    found.push({ payer, number: number(), decidedAt: decidedAt - before, units });
  }
  const [{ payer, units }] = granted;
  const lastWeek = step.stayDays > 10 && draws.chance(DENIED_AT_THE_END);
  if (lastWeek) {
    const { zone } = group.unit.site;
    const decidedAt = localInstant(zone, endDay - draws.whole(1, 5), 11 * 60 + 10);
    found.push({ payer, number: number(), decidedAt, units });
  }
  return found.map((denial, ordinal) => ({ ...denial, ordinal }));
}
