import { addDays } from '#domain/calendar/calendar-day';
import type { Rules } from '../settings/rules.ts';
import { type AttendanceRow, dayOf } from './attendance-row.ts';
import type { PresenceRow } from './presence-rows.ts';

export type Begun = Pick<PresenceRow, 'client_id' | 'started_at'>;
export type Place = Pick<
  AttendanceRow,
  'client_id' | 'record_id' | 'starts_at' | 'week' | 'weekday'
>;

/** What of a client begins in it may be proved, or prove; both ends in it, in milliseconds. */
export interface Window {
  from: number;
  until: number;
}

const around = (instant: number, minutes: number): Window => ({
  from: instant - minutes * 60_000,
  until: instant + minutes * 60_000,
});

/** Where a presence lies that is near a booking: by the rules of the booking's day. */
export const aroundBooking = (row: Place, rules: Rules): Window =>
  around(Date.parse(row.starts_at), rules.on(dayOf(row)).encounterMatchMinutes);

/** Where a booking may lie that a presence is near: by the rules of any day near. */
export function aroundPresence({ started_at }: Begun, rules: Rules): Window {
  const day = new Date(started_at).toISOString().slice(0, 10);
  const minutes = [-1, 0, 1].map((apart) => rules.on(addDays(day, apart)).encounterMatchMinutes);
  return around(started_at, Math.max(...minutes));
}

/** The windows of each client. */
export function windowsByClient<One extends { client_id: string }>(
  all: readonly One[],
  windowOf: (one: One) => Window,
): ReadonlyMap<string, Window[]> {
  const windows = new Map<string, Window[]>();
  for (const one of all) {
    const own = windows.get(one.client_id);
    if (own) own.push(windowOf(one));
    else windows.set(one.client_id, [windowOf(one)]);
  }
  return windows;
}

export const isInOneOf = (instant: number, windows: readonly Window[] = []): boolean =>
  windows.some(({ from, until }) => from <= instant && instant <= until);

/** From the first to the last of some windows. */
export const spanOf = (windows: readonly Window[]): Window => ({
  from: windows.reduce((first, { from }) => Math.min(first, from), Infinity),
  until: windows.reduce((last, { until }) => Math.max(last, until), -Infinity),
});
