import { DAY_MS, HOUR_MS, MINUTE_MS } from './calendar-day.ts';
import { Draws } from './draws.ts';
import { openDayBefore } from './intake.ts';
import { localInstant } from './local-time.ts';
import type { Placement } from './placement.ts';
import { person, type Person } from './person.ts';
import type { Site } from './program-map.ts';
import type { StaffMember } from './staff-member.ts';
import type { Clinic } from './clinic.ts';

/** Somebody who asked for help at the same time as a client, and was never admitted. */
export interface Asking extends Person {
  /** The part of their records' ids that is their own. */
  key: string;
  site: Site;
  practitioner: StaffMember;
  birthDay: number;
  requestedAt: number;
  referralSource: number;
  assessment: {
    start: number;
    end: number;
    bookedAt: number;
    settledAt: number;
    kept: boolean;
  } | null;
  /** When the request was closed, and how it ended. */
  closedAt: number;
  ended: 'no-assessment' | 'not-enrolled';
}

/** Of those who ask 45 % are lost before the assessment, then 32 % before enrolment (Loveland 2014). */
const LOST_BEFORE_ASSESSMENT = 0.45;
const LOST_BEFORE_ENROLMENT = 0.32;
const ADMITTED = (1 - LOST_BEFORE_ASSESSMENT) * (1 - LOST_BEFORE_ENROLMENT);
const NEVER_ADMITTED = 1 / ADMITTED - 1;

/** Those who asked when this client was first admitted, and did not come. */
export function asking(clinic: Clinic, placement: Placement, around: number): Asking[] {
  const { client, group, counselor } = placement;
  const draws = new Draws(clinic.seed, 'asking', client);
  const whole = Math.floor(NEVER_ADMITTED);
  const count = whole + (draws.chance(NEVER_ADMITTED - whole) ? 1 : 0);
  const practitioner = counselor ?? clinic.facilitators[group.index];
  return Array.from({ length: count }, (_, index) =>
    oneAsking(clinic.seed, client, index, group.unit.site, practitioner, around),
  );
}

function oneAsking(
  seed: number,
  client: number,
  index: number,
  site: Site,
  practitioner: StaffMember,
  around: number,
): Asking {
  const draws = new Draws(seed, 'asking', client, index);
  const requestedAt = around + draws.between(0, 9 * DAY_MS);
  const lost = draws.chance(LOST_BEFORE_ASSESSMENT / (1 - ADMITTED));
  const requestDay = Math.floor((requestedAt - localInstant(site.zone, 0, 0)) / DAY_MS);
  const day = openDayBefore(requestDay + draws.whole(3, 12), site);
  const start = localInstant(site.zone, day, draws.whole(9, 16) * 60);
  const booked = (!lost || draws.chance(0.45)) && start > requestedAt + HOUR_MS;
  const settledAt =
    start + (lost ? draws.between(20, 50) * MINUTE_MS : draws.between(65, 200) * MINUTE_MS);
  return {
    key: `q${index}`,
    ...person(seed, 'asking', client * 4 + index),
    site,
    practitioner,
    birthDay: requestDay - Math.round(365.25 * draws.between(19, 63)),
    requestedAt,
    referralSource: draws.weighted([
      [1, 0.42],
      [2, 0.14],
      [3, 0.13],
      [6, 0.1],
      [7, 0.21],
    ]),
    assessment: booked
      ? {
          start,
          end: start + 60 * MINUTE_MS,
          bookedAt: requestedAt + draws.whole(1, 25) * MINUTE_MS,
          settledAt,
          kept: !lost,
        }
      : null,
    closedAt: (booked ? settledAt : requestedAt) + draws.between(7, 21) * DAY_MS,
    ended: lost ? 'no-assessment' : 'not-enrolled',
  };
}
