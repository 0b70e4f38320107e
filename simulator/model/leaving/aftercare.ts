import { background } from '../background/background.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../calendar-day.ts';
import { closedDay } from '../closed-day.ts';
import type { Clinic } from '../clinic.ts';
import { endsAsPlanned } from '../course.ts';
import { Draws } from '../draws.ts';
import type { EpisodeTimeline } from '../client-timeline.ts';
import { localInstant } from '../local-time.ts';

export interface FirstAppointment {
  start: number;
  bookedAt: number;
  kept: boolean;
  /** When the receiving provider told, or was asked; null where nobody ever did. */
  knownAt: number | null;
}

/** What comes after a stay with somebody else: the referral, and how far it got. */
export interface Aftercare {
  service: 'outpatient' | 'recovery-housing' | 'primary-care' | 'residential';
  provider: string;
  orderedAt: number;
  sentAt: number;
  answer: 'accepted' | 'declined' | null;
  answeredAt: number;
  appointment: FirstAppointment | null;
}

const PROVIDERS: Record<Aftercare['service'], readonly string[]> = {
  outpatient: [
    'Riverbend Counseling',
    'Elm Street Outpatient Clinic',
    'Northside Behavioral Health',
  ],
  'recovery-housing': ['Harbor House Recovery Residence', 'Second Step Living'],
  'primary-care': ['Lakeview Primary Care', 'Union Community Health Center'],
  residential: ['Pine Ridge Residential Treatment', 'Stillwater Residential'],
};

const REFERRED = { planned: 0.86, unplanned: 0.12 };
const ACCEPTED = 0.88;
const BOOKED = 0.88;
/** With what is booked and in time, 32 % are kept within 14 days (Reif 2017). */
const KEPT = 0.62;

/** Nobody is referred elsewhere who only moves down a level here. */
export function aftercare(clinic: Clinic, { placement }: EpisodeTimeline): Aftercare | null {
  const { client, ordinal, step, next, startDay, endDay, group } = placement;
  const draws = new Draws(clinic.seed, 'aftercare', client, ordinal);
  const planned = endsAsPlanned(step.reason);
  const referred = draws.chance(planned ? REFERRED.planned : REFERRED.unplanned);
  if (next?.entry === 'step-down' || step.reason === 'died' || !referred) return null;
  const { site } = group.unit;
  const homeless = background(clinic.seed, client).admission.livingArrangement === 1;
  const service =
    step.reason === 'transferred' && draws.chance(0.4)
      ? 'residential'
      : homeless && draws.chance(0.4)
        ? 'recovery-housing'
        : draws.weighted([
            ['outpatient', 0.85],
            ['primary-care', 0.15],
          ] as const);
  const orderDay = Math.max(startDay + 1, endDay - draws.whole(4, 16));
  const orderedAt = localInstant(site.zone, orderDay, draws.whole(9 * 60, 16 * 60));
  const sentAt = orderedAt + draws.between(0.5, 30) * HOUR_MS;
  const answeredAt = sentAt + draws.between(1, 5) * DAY_MS;
  const answer = draws.chance(ACCEPTED) ? 'accepted' : draws.chance(0.6) ? 'declined' : null;
  const day = endDay + (draws.chance(0.75) ? draws.whole(1, 13) : draws.whole(14, 26));
  const booked = answer === 'accepted' && draws.chance(BOOKED) && !closedDay(day, site);
  const start = localInstant(site.zone, day, draws.whole(9, 16) * 60);
  const bookedAt = Math.max(answeredAt + draws.between(1, 40) * HOUR_MS, orderedAt + HOUR_MS);
  const told = draws.chance(0.85);
  return {
    service,
    provider: draws.pick(PROVIDERS[service]),
    orderedAt,
    sentAt,
    answer,
    answeredAt,
    appointment:
      booked && bookedAt < start - HOUR_MS
        ? {
            start,
            bookedAt,
            kept: draws.chance(planned ? KEPT + 0.12 : KEPT - 0.2),
            knownAt: told ? start + draws.between(20, 200) * HOUR_MS + MINUTE_MS : null,
          }
        : null,
  };
}
