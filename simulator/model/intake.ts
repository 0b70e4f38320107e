import { HOUR_MS, MINUTE_MS } from './calendar-day.ts';
import type { Clinic } from './clinic.ts';
import { closedDay } from './closed-day.ts';
import { Draws } from './draws.ts';
import { localInstant } from './local-time.ts';
import type { Placement } from './placement.ts';
import type { Session } from './session.ts';

export interface Intake {
  requestedAt: number;
  assessment: Session;
}

/** The request and the assessment that came before the first day in treatment. */
export function intake(clinic: Clinic, { client, startDay, group, counselor }: Placement): Intake {
  const draws = new Draws(clinic.seed, 'intake', client);
  const { zone } = group.unit.site;
  const day = openDayBefore(startDay - draws.whole(1, 10));
  const requestDay = openDayBefore(day - draws.whole(1, 8));
  const requestedAt = localInstant(zone, requestDay, draws.whole(9 * 60, 16 * 60));
  const start = localInstant(zone, day, draws.whole(9, 16) * 60);
  const end = start + 60 * MINUTE_MS;
  const arrivedAt = start + draws.whole(0, 6) * MINUTE_MS;
  const closedAt = end + draws.between(0.1, 4) * HOUR_MS;
  const bookedAt = requestedAt + draws.whole(1, 20) * MINUTE_MS;
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

function openDayBefore(day: number): number {
  let open = day;
  while (closedDay(open)) open--;
  return open;
}
