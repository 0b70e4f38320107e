import { HOUR_MS, MINUTE_MS } from './calendar-day.ts';
import type { Clinic } from './clinic.ts';
import { closedDay } from './closed-day.ts';
import { Draws } from './draws.ts';
import { localInstant } from './local-time.ts';
import type { Placement } from './placement.ts';
import type { Site } from './program-map.ts';
import type { Session } from './session.ts';

export interface Intake {
  requestedAt: number;
  assessment: Session;
}

/**
 * The request and the assessment that came before the first day in treatment: 6 and 8 days in the
 * median (Loveland 2014). Who comes back is seen sooner.
 */
export function intake(clinic: Clinic, placement: Placement): Intake {
  const { client, ordinal, step, startDay, group, counselor } = placement;
  const draws = new Draws(clinic.seed, 'intake', client, ordinal);
  const { site } = group.unit;
  const back = step.entry === 'readmission';
  const day = openDayBefore(startDay - (back ? draws.whole(1, 3) : draws.whole(3, 13)), site);
  const requestDay = openDayBefore(day - (back ? draws.whole(0, 2) : draws.whole(1, 9)), site);
  const requestedAt = localInstant(site.zone, requestDay, draws.whole(8 * 60, 8 * 60 + 40));
  const start = localInstant(site.zone, day, draws.whole(9, 16) * 60);
  const end = start + 60 * MINUTE_MS;
  const arrivedAt = start + draws.whole(0, 6) * MINUTE_MS;
  const closedAt = end + draws.between(0.1, 4) * HOUR_MS;
  const bookedAt = requestedAt + draws.whole(1, 15) * MINUTE_MS;
  return {
    requestedAt,
    assessment: {
      ordinal: 0,
      kind: 'assessment',
      day,
      start,
      end,
      practitioner: counselor ?? clinic.facilitators[group.index],
      bookedAt,
      changes: [
        { at: bookedAt, status: 'booked' },
        { at: arrivedAt, status: 'arrived' },
        { at: closedAt, status: 'fulfilled' },
      ],
      presence: { openedAt: arrivedAt + 30_000, closedAt, start: arrivedAt, end, virtual: false },
    },
  };
}

export function openDayBefore(day: number, site: Site): number {
  let open = day;
  while (closedDay(open, site)) open--;
  return open;
}
