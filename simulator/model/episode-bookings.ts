import { HOUR_MS, MINUTE_MS, weekOf, weekday } from './calendar-day.ts';
import type { Clinic } from './clinic.ts';
import { closedDay } from './closed-day.ts';
import type { EpisodeTimeline } from './client-timeline.ts';
import { furtherVisits } from './further-visits.ts';
import { localInstant } from './local-time.ts';
import { phaseOn } from './phase.ts';
import { groupOn } from './placement.ts';
import type { BookedSession, SessionKind } from './session.ts';
import type { StaffMember } from './staff-member.ts';
import { vacation } from './vacation.ts';
import type { WeeklySlot } from './weekly-slot.ts';

const BOOKED_WEEKS_AHEAD = 2;
const BOOKING_WEEKDAY = 3;
export const DAYS_BOOKED_PAST_DISCHARGE = 18;

/** The sessions of a stay, those included that were booked before it ended early. */
export function episodeBookings(
  clinic: Clinic,
  { placement, bookedAt, dischargedAt, phases }: Omit<EpisodeTimeline, 'sessions'>,
): BookedSession[] {
  const { counselor, individual, family, startDay, endDay, client } = placement;
  const { site } = placement.group.unit;
  const sessions: BookedSession[] = [];
  const book = (
    kind: SessionKind,
    day: number,
    startsAt: number,
    minutes: number,
    practitioner: StaffMember,
  ) => {
    const start = localInstant(site.zone, day, startsAt);
    const end = start + minutes * MINUTE_MS;
    const made = Math.max(bookedAt, weeklyBooking(placement, day));
    if (made >= dischargedAt || closedDay(day, site)) return;
    if (sessions.some((other) => other.start < end && start < other.end)) return;
    sessions.push({ kind, day, start, end, practitioner, bookedAt: made });
  };
  const away = (member: StaffMember, day: number) =>
    !clinic.scenario.alike && vacation(clinic.seed, member, day) === 'planned';
  for (let day = startDay; day <= endDay + DAYS_BOOKED_PAST_DISCHARGE; day++) {
    const group = groupOn(placement, day);
    const facilitator = clinic.facilitators[group.index];
    const days = groupDays(group.schedule.weekdays, phaseOn(phases, day).daysPerWeek, client);
    if (days.includes(weekday(day))) {
      const leads = away(facilitator, day) ? substituteOf(clinic, facilitator) : facilitator;
      book('group', day, group.schedule.startsAt, group.minutes, leads);
    }
    const counsels = counselor ?? clinic.facilitators[placement.group.index];
    for (const [kind, slot] of [
      ['individual', individual],
      ['family', family],
    ] as const) {
      if (falls(slot, day) && !away(counsels, day)) {
        book(kind, day, slot.startsAt, slot.minutes, counsels);
      }
    }
  }
  for (const { kind, day, startsAt, minutes, practitioner } of furtherVisits(clinic, placement)) {
    if (!away(practitioner, day)) book(kind, day, startsAt, minutes, practitioner);
  }
  return sessions.sort((one, other) => one.start - other.start);
}

function substituteOf({ teamOf }: Clinic, facilitator: StaffMember): StaffMember {
  return teamOf.get(facilitator)?.supervisor ?? facilitator;
}

/** Those who come less often skip a day in the middle; which one differs between clients. */
function groupDays(weekdays: readonly number[], wanted: number, client: number): readonly number[] {
  if (wanted >= weekdays.length) return weekdays;
  if (wanted === 1) return [weekdays[client % weekdays.length]];
  if (wanted === 2) return [weekdays[0], weekdays[weekdays.length - 1]];
  return weekdays.filter((_, place) => place !== 1 + (client % 2));
}

function falls(slot: WeeklySlot | null, day: number): slot is WeeklySlot {
  if (!slot || slot.weekday !== weekday(day)) return false;
  return slot.weeks === 'both' || (slot.weeks === 'even') === (weekOf(day) % 2 === 0);
}

/** Every Thursday afternoon the clinic books the week after next. */
function weeklyBooking({ client, group }: EpisodeTimeline['placement'], day: number): number {
  const thursday = (weekOf(day) - BOOKED_WEEKS_AHEAD) * 7 + BOOKING_WEEKDAY;
  const afternoon = localInstant(group.unit.site.zone, thursday, 14 * 60);
  return afternoon + ((client * 7919) % (3 * HOUR_MS)) + weekday(day) * 1000;
}
