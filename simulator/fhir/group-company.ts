import { timeline } from '../model/timeline.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { DAYS_BOOKED_PAST_DISCHARGE } from '../model/episode-bookings.ts';
import { isBookedTogether, type GroupSeat } from '../model/group-seat.ts';
import { groupOn, type Placement } from '../model/placement.ts';
import type { TherapyGroup } from '../model/therapy-group.ts';
import { Recent } from './recent.ts';

type Stay = Pick<Placement, 'client' | 'ordinal' | 'startDay' | 'endDay'>;

/** Enough for all who are in a few groups at once. */
const TIMELINES_KEPT = 200;
const MEETINGS_KEPT = 600;

/** Who sits with whom in the groups that are booked as a whole. */
export class GroupCompany {
  private readonly clinic: Clinic;
  private readonly placementsOf: (client: number) => readonly Placement[];
  private readonly stays = new Map<TherapyGroup, Stay[]>();
  private meetings = new Recent<string, GroupSeat[]>(MEETINGS_KEPT);
  private readonly timelines = new Recent<number, ClientTimeline>(TIMELINES_KEPT);

  constructor(clinic: Clinic, placementsOf: (client: number) => readonly Placement[]) {
    this.clinic = clinic;
    this.placementsOf = placementsOf;
  }

  add({ client, ordinal, startDay, endDay, group, move }: Placement): void {
    this.timelines.forget(client);
    for (const one of move ? [group, move.group] : [group]) {
      if (!isBookedTogether(this.clinic, one)) continue;
      const stays = this.stays.get(one) ?? [];
      stays.push({ client, ordinal, startDay, endDay });
      this.stays.set(one, stays);
      this.meetings = new Recent(MEETINGS_KEPT);
    }
  }

  /** Whoever is booked into the group's meeting that day: first who was booked first. */
  seatsOn(group: TherapyGroup, day: number): GroupSeat[] {
    return this.meetings.get(`${group.index} ${day}`, () => this.seated(group, day));
  }

  /** All who ever shared a group of this client's, as far as it is booked as a whole. */
  companionsOf(client: number): Set<number> {
    const groups = this.placementsOf(client).flatMap(({ group, move }) =>
      move ? [group, move.group] : [group],
    );
    const stays = groups.flatMap((group) => this.stays.get(group) ?? []);
    return new Set(stays.map((stay) => stay.client));
  }

  private seated(group: TherapyGroup, day: number): GroupSeat[] {
    const seats: GroupSeat[] = [];
    for (const { client, ordinal, startDay, endDay } of this.stays.get(group) ?? []) {
      if (day < startDay || day > endDay + DAYS_BOOKED_PAST_DISCHARGE) continue;
      const { episodes } = this.timelines.get(client, () =>
        timeline(this.clinic, this.placementsOf(client)),
      );
      const episode = episodes[ordinal];
      if (groupOn(episode.placement, day) !== group) continue;
      const session = episode.sessions.find((one) => one.kind === 'group' && one.day === day);
      if (session) seats.push({ episode, session });
    }
    return seats.sort(
      (one, other) =>
        one.session.bookedAt - other.session.bookedAt ||
        one.episode.placement.client - other.episode.placement.client,
    );
  }
}
