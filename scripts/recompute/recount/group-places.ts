import type { OwnCapacity } from '../own-entries/own-entries.ts';
import type { Attendance } from './attendance.ts';
import { addDays, dayAt, mondayOf } from './site-calendar.ts';

const came = ['attended', 'attended-late', 'left-early'];
const saysNothing = ['program-cancelled', 'cancelled-unknown', 'on-hold'];
const daysLookedAt = 400;
const daysAhead = 56;
const stoppedAfterDays = 14;

/** A client's place in a session of a group, on the calendar of its site. */
export interface GroupPlace extends Attendance {
  group: string;
  day: string;
}

/** Places of bookings that say whether somebody belongs to the group. */
export const groupPlaces = (attendances: readonly Attendance[]): GroupPlace[] =>
  attendances
    .filter(({ kind, walkIn, waitlisted }) => kind === 'group' && !walkIn && !waitlisted)
    .filter(({ outcome }) => outcome === null || !saysNothing.includes(outcome))
    .flatMap((one) => {
      const { offer: group, start, zone } = one;
      return group === undefined ? [] : [{ ...one, group, day: dayAt(start, zone) }];
    });

/** One group in one week, or on a day: how many were there, or belong to it, of how many places. */
export interface GroupTally {
  monday: string;
  counted: number;
  of: number;
  excluded?: number;
}

/** Week by week who was present, of the places of the sessions that somebody came to. */
export function fillByWeek(
  places: readonly GroupPlace[],
  { from, asOf }: { from: string; asOf: number },
  capacities: readonly OwnCapacity[],
): GroupTally[] {
  const begun = places.filter(({ start, day }) => start <= asOf && day >= from);
  const weeks = Map.groupBy(begun, ({ group, day }) => `${group} ${mondayOf(day)}`);
  return [...weeks.values()].flatMap((own) => {
    const [{ group = '', day = '' } = {}] = own;
    const monday = mondayOf(day);
    const there = own.filter(({ outcome }) => came.includes(outcome ?? ''));
    const held = new Set(
      there.map(({ start, place, leader }) => `${start} ${place} ${leader?.reference}`),
    ).size;
    if (held === 0) return [];
    const capacity = capacityOn(capacities, group, addDays(monday, 6));
    if (capacity === null) return [{ monday, counted: 0, of: 0, excluded: 1 }];
    return [{ monday, counted: there.length, of: capacity * held }];
  });
}

/** On a day, of each group that has anybody: who was booked lately or is booked to come. */
export function enrolledOn(
  places: readonly GroupPlace[],
  today: string,
  capacities: readonly OwnCapacity[],
): GroupTally[] {
  const looked = places.filter(
    ({ day }) => addDays(today, -daysLookedAt) <= day && day <= addDays(today, daysAhead),
  );
  return [...Map.groupBy(looked, ({ group }) => group)].flatMap(([group, own]) => {
    const enrolled = [...Map.groupBy(own, ({ client }) => client).values()].filter((stay) => {
      const days = stay.map(({ day }) => day).sort();
      const [since = ''] = days;
      return since <= today && (days.at(-1) ?? '') >= addDays(today, -stoppedAfterDays);
    }).length;
    if (enrolled === 0) return [];
    const capacity = capacityOn(capacities, group, today);
    const monday = mondayOf(today);
    if (capacity === null) return [{ monday, counted: 0, of: 0, excluded: 1 }];
    return [{ monday, counted: enrolled, of: capacity }];
  });
}

/** What was said of a group's places for the latest day; `null` where nobody did. */
export const capacityOn = (
  capacities: readonly OwnCapacity[],
  group: string | undefined,
  day: string,
): number | null =>
  capacities
    .filter((said) => said.group === group && said.since <= day)
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .at(-1)?.capacity ?? null;
