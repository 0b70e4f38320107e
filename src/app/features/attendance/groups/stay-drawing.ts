import type { GroupMember } from '#domain/attendance/therapy-group.contract';
import { type Day, daysBetween } from '#domain/calendar/calendar-day';

const WIDTH = 380;

/** A client's time in a group on the axis that all of them share. */
export interface StayBar {
  /** Until today: what happened. */
  past: { x: number; width: number };
  /** Booked from today on. */
  ahead: { x: number; width: number } | null;
}

export interface StayAxis {
  from: Day;
  to: Day;
  width: number;
  todayX: number;
}

export function stayAxis(members: readonly GroupMember[], today: Day): StayAxis {
  const earliest = members.map(({ since }) => since).sort()[0] ?? today;
  const latest =
    members
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? today;
  const from = earliest < today ? earliest : today;
  const to = latest > today ? latest : today;
  return { from, to, width: WIDTH, todayX: placeOf(today, from, to) };
}

export function stayBar({ since, until }: GroupMember, today: Day, axis: StayAxis): StayBar {
  const at = (day: Day) => placeOf(day, axis.from, axis.to);
  const start = at(since);
  const end = at(until > today ? today : until);
  return {
    past: { x: start, width: since > today ? 0 : Math.max(2, end - start) },
    ahead: until > today ? span(Math.max(start, axis.todayX), at(until)) : null,
  };
}

const span = (x: number, end: number) => ({ x, width: Math.max(2, end - x) });

function placeOf(day: Day, from: Day, to: Day): number {
  const days = Math.max(1, daysBetween(from, to));
  return Number(((daysBetween(from, day) / days) * WIDTH).toFixed(1));
}
