import type { Appointment, AppointmentParticipant } from 'fhir/r4';
import { MINUTE_MS } from '../model/calendar-day.ts';
import type { EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { isBookedTogether, leavesRoster, type GroupSeat } from '../model/group-seat.ts';
import { localIso } from '../model/local-time.ts';
import { groupOn } from '../model/placement.ts';
import type { AppointmentChange, Session } from '../model/session.ts';
import type { TherapyGroup } from '../model/therapy-group.ts';
import { CANCELLATION_REASON, SESSION_CODES } from './codings.ts';
import type { GroupCompany } from './group-company.ts';
import type { Recorded } from './recorded.ts';
import { toClient, toStaff } from './reference.ts';
import { resourceId } from './resource-id.ts';
import { utcIso } from './utc-iso.ts';

/** The group in whose one booking a session is; null where the client has a booking of their own. */
export function sharedGroup(
  clinic: Clinic,
  { placement }: EpisodeTimeline,
  { kind, day }: Session,
): TherapyGroup | null {
  const group = groupOn(placement, day);
  return kind === 'group' && isBookedTogether(clinic, group) ? group : null;
}

/** The booking is kept with whoever was booked first. */
export function groupAppointmentId(company: GroupCompany, group: TherapyGroup, day: number) {
  const [{ episode }] = company.seatsOn(group, day);
  return resourceId.appointment(episode.placement.client, `g${group.index + 1}-${day}`);
}

/** One booking a meeting with all its clients: who joins, declines or leaves is a revision of it. */
export function groupAppointments(
  clinic: Clinic,
  episode: EpisodeTimeline,
  company: GroupCompany,
): Recorded<Appointment>[] {
  const { client, ordinal } = episode.placement;
  return episode.sessions.flatMap((session) => {
    const group = sharedGroup(clinic, episode, session);
    const seats = group ? company.seatsOn(group, session.day) : [];
    const first = seats[0]?.episode.placement;
    if (!group || first?.client !== client || first.ordinal !== ordinal) return [];
    const at = instantsOf(seats);
    const id = groupAppointmentId(company, group, session.day);
    return [
      {
        id,
        at,
        sharedBy: seats.map((seat) => seat.episode.placement.client),
        render: (version): Appointment => ({
          resourceType: 'Appointment',
          id,
          ...meeting(group, session),
          ...stateAt(seats, at[version - 1], group, session),
        }),
      },
    ];
  });
}

function meeting({ unit }: TherapyGroup, { start, end, bookedAt }: Session) {
  const { zone } = unit.site;
  return {
    serviceType: [SESSION_CODES.group],
    start: localIso(zone, start),
    end: localIso(zone, end),
    minutesDuration: (end - start) / MINUTE_MS,
    created: utcIso(bookedAt),
  };
}

/** Somebody booked before their admission has yet to say yes. */
function confirmedAt({ episode, session }: GroupSeat): number {
  return Math.max(session.bookedAt, episode.admittedAt);
}

function instantsOf(seats: readonly GroupSeat[]): number[] {
  const all = seats.flatMap((seat) => [
    confirmedAt(seat),
    ...seat.session.changes.filter(({ status }) => status !== 'arrived').map(({ at }) => at),
  ]);
  return [...new Set(all)].sort((one, other) => one - other);
}

function stateAt(
  seats: readonly GroupSeat[],
  instant: number,
  group: TherapyGroup,
  { practitioner }: Session,
): Pick<Appointment, 'status' | 'cancelationReason' | 'participant'> {
  const booked = seats
    .filter(({ session }) => session.bookedAt <= instant)
    .map((seat) => ({ seat, last: lastChange(seat, instant) }));
  const roster = booked.filter(({ seat, last }) => !leavesRoster(seat, last));
  const { site } = group.unit;
  return {
    ...statusOf(roster.map(({ last }) => last)),
    participant: [
      ...roster.map(({ seat, last }): AppointmentParticipant => ({
        actor: toClient(seat.episode.placement.client),
        status: isDeclined(last)
          ? 'declined'
          : confirmedAt(seat) > instant
            ? 'needs-action'
            : 'accepted',
      })),
      { actor: toStaff(practitioner), status: 'accepted' },
      {
        actor: { reference: `Location/${resourceId.site(site)}`, display: site.name },
        status: 'accepted',
      },
      {
        actor: {
          reference: `HealthcareService/${resourceId.group(group)}`,
          display: group.name,
        },
        status: 'accepted',
      },
    ],
  };
}

function lastChange({ session }: GroupSeat, instant: number): AppointmentChange {
  return session.changes.findLast(({ at }) => at <= instant) ?? session.changes[0];
}

/** By the client; what the program calls off, it calls off for all. */
function isDeclined({ status, reason }: AppointmentChange): boolean {
  return status === 'cancelled' && (reason === 'pat' || reason === undefined);
}

/** No status of R4 tells of a group who came: that it was held is all that can be said. */
function statusOf(
  roster: readonly AppointmentChange[],
): Pick<Appointment, 'status' | 'cancelationReason'> {
  const calledOff = roster.find((one) => one.status === 'cancelled' && !isDeclined(one));
  const expected = roster.filter((one) => !isDeclined(one));
  if (calledOff || roster.length === 0) {
    const code = calledOff?.reason ?? 'prov';
    const cancelationReason = { coding: [{ system: CANCELLATION_REASON, code }] };
    return { status: 'cancelled', cancelationReason };
  }
  if (expected.some(({ status }) => status === 'fulfilled')) return { status: 'fulfilled' };
  const nobodyCame = expected.length > 0 && expected.every(({ status }) => status === 'noshow');
  return { status: nobodyCame ? 'noshow' : 'booked' };
}
