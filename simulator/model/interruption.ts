import { HOUR_MS, MINUTE_MS, isoDate, weekday } from './calendar-day.ts';
import type { EpisodeTimeline } from './client-timeline.ts';
import type { Clinic } from './clinic.ts';
import { Draws } from './draws.ts';
import { localInstant } from './local-time.ts';
import type { AppointmentChange, BookedSession } from './session.ts';
import { vacation } from './vacation.ts';

const SNOW_DAY = 0.015;
const SICK_DAY = 0.012;
const WINTER = ['12', '01', '02', '03'];

export type Cancellation = Pick<AppointmentChange, 'at' | 'reason'>;

/** What cancels a session without the client's doing; the first of them counts. */
export function interruption(
  { seed, scenario }: Clinic,
  { placement, hold, dischargedAt }: Pick<EpisodeTimeline, 'placement' | 'hold' | 'dischargedAt'>,
  booked: BookedSession,
): Cancellation | null {
  const { site } = placement.group.unit;
  const found: Cancellation[] = [];
  if (dischargedAt < booked.start) {
    const died = placement.step.reason === 'died';
    found.push({ at: dischargedAt, reason: died ? 'pat-dec' : 'prov' });
  }
  if (hold && booked.start > hold.startedAt && booked.start < hold.endedAt) {
    const reason = hold.reason === 'hospital' ? 'prov-hosp' : 'prov';
    found.push({ at: hold.startedAt + HOUR_MS / 4, reason });
  }
  // Snow, vacations and illness befall one site or one counselor, so here all are spared.
  if (scenario.alike) return found.sort((one, other) => one.at - other.at)[0] ?? null;
  if (snows(seed, site.index, booked.day)) {
    found.push({ at: localInstant(site.zone, booked.day, 5 * 60 + 45), reason: 'oth-weath' });
  }
  if (vacation(seed, booked.practitioner, booked.day) === 'announced-late') {
    const monday = booked.day - weekday(booked.day);
    found.push({ at: localInstant(site.zone, monday - 4, 16 * 60 + 20), reason: 'prov-pers' });
  }
  const sick = new Draws(seed, 'sick', booked.practitioner.index, booked.day);
  if (sick.chance(SICK_DAY)) {
    found.push({ at: booked.start - sick.whole(50, 110) * MINUTE_MS, reason: 'prov' });
  }
  return found.sort((one, other) => one.at - other.at)[0] ?? null;
}

function snows(seed: number, site: number, day: number): boolean {
  if (!WINTER.includes(isoDate(day).slice(5, 7))) return false;
  return new Draws(seed, 'snow', site, day).chance(SNOW_DAY);
}
