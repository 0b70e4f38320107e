import { Draws } from './draws.ts';
import { expectedClients } from './expected-clients.ts';
import type { Level } from './level-design.ts';
import { person } from './person.ts';
import { SITES, UNITS, type Site } from './program-map.ts';
import type { StaffMember, StaffRole, Team } from './staff-member.ts';
import type { TherapyGroup } from './therapy-group.ts';

export interface StaffPlan {
  staff: StaffMember[];
  teams: Team[];
  /** The facilitator of each group, by the group's index. */
  facilitators: StaffMember[];
  /** One each at every site, by the site's index. */
  peers: StaffMember[];
  prescribers: StaffMember[];
}

const CLIENTS_PER_COUNSELOR = 22;
/** Five with a caseload, and two who lead groups by the hour. */
const COUNSELORS_PER_TEAM = 7;
const GROUPS_PER_COUNSELOR = 2;

/** Hires as many as the clients and groups need, and puts them into teams. */
export function staffPlan(
  seed: number,
  census: Record<Level, number>,
  groups: TherapyGroup[],
): StaffPlan {
  const staff: StaffMember[] = [];
  const hire = (role: StaffRole, site: Site | null, caseload = 0): StaffMember => {
    const index = staff.length;
    const member = { index, role, site, caseload, ...person(seed, 'staff', index) };
    staff.push(member);
    return member;
  };

  hire('Program director', null);
  const facilitators: StaffMember[] = [];
  const teams: Team[] = [];
  for (const site of SITES) {
    const clients = UNITS.filter((unit) => unit.site === site).reduce(
      (sum, unit) => sum + expectedClients(unit, census),
      0,
    );
    const counselors = Array.from(
      { length: Math.max(1, Math.round(clients / CLIENTS_PER_COUNSELOR)) },
      () => hire('Counselor', site, new Draws(seed, 'caseload', staff.length).whole(24, 28)),
    );
    const led = new Map<StaffMember, TherapyGroup[]>(counselors.map((member) => [member, []]));
    for (const group of groups.filter(({ unit }) => unit.site === site)) {
      const facilitator =
        counselors.find((counselor) => canLead(led.get(counselor) ?? [], group)) ??
        hire('Counselor', site);
      if (!led.has(facilitator)) counselors.push(facilitator);
      led.set(facilitator, [...(led.get(facilitator) ?? []), group]);
      facilitators[group.index] = facilitator;
    }
    const count = Math.ceil(counselors.length / COUNSELORS_PER_TEAM);
    for (let number = 0; number < count; number++) {
      teams.push({
        index: teams.length,
        name: count > 1 ? `${site.name} Team ${number + 1}` : `${site.name} Team`,
        site,
        supervisor: hire('Clinical supervisor', site),
        counselors: counselors.filter((_, place) => place % count === number),
      });
    }
  }
  const peers = SITES.map((site) => hire('Peer specialist', site));
  const prescribers = SITES.map((site) => hire('Prescriber', site));
  // Hired last: whoever came before keeps name and place.
  for (const site of SITES) hire('Aftercare coordinator', site);
  return { staff, teams, facilitators, peers, prescribers };
}

function canLead(led: TherapyGroup[], group: TherapyGroup): boolean {
  return led.length < GROUPS_PER_COUNSELOR && led.every((other) => !sameHours(other, group));
}

function sameHours(one: TherapyGroup, other: TherapyGroup): boolean {
  return (
    one.schedule.weekdays.some((day) => other.schedule.weekdays.includes(day)) &&
    one.schedule.startsAt < other.schedule.startsAt + other.minutes &&
    other.schedule.startsAt < one.schedule.startsAt + one.minutes
  );
}
