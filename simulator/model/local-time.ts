import { tzOffset } from '@date-fns/tz';
import { HOUR_MS, MINUTE_MS, utcDay, utcMidnight } from './calendar-day.ts';
import { clockIso } from './clock-iso.ts';

export type TimeZone = 'America/New_York' | 'America/Chicago';

export const HOME_ZONE: TimeZone = 'America/New_York';

const offsets: Record<TimeZone, Map<number, number>> = {
  'America/New_York': new Map(),
  'America/Chicago': new Map(),
};

/** Minutes from UTC at local noon: clocks change at night, when nobody has a session. */
function offsetOn(zone: TimeZone, day: number): number {
  let offset = offsets[zone].get(day);
  if (offset === undefined) {
    offset = tzOffset(zone, new Date(utcMidnight(day) + 18 * HOUR_MS));
    offsets[zone].set(day, offset);
  }
  return offset;
}

/** The instant at which a clock on the wall shows so many minutes after midnight. */
export function localInstant(zone: TimeZone, day: number, minutes: number): number {
  return utcMidnight(day) + (minutes - offsetOn(zone, day)) * MINUTE_MS;
}

export function localDay(zone: TimeZone, instant: number): number {
  const nearby = utcDay(instant);
  return instant < localInstant(zone, nearby, 0) ? nearby - 1 : nearby;
}

/** An instant as that zone's clock shows it, with its offset: 2026-11-16T09:00:00-05:00. */
export function localIso(zone: TimeZone, instant: number): string {
  const offset = offsetOn(zone, utcDay(instant - 8 * HOUR_MS));
  return clockIso(instant + offset * MINUTE_MS) + suffixOf(offset);
}

const suffixes = new Map<number, string>();

function suffixOf(offset: number): string {
  let suffix = suffixes.get(offset);
  if (suffix === undefined) {
    suffix = `${offset < 0 ? '-' : '+'}${String(Math.abs(offset) / 60).padStart(2, '0')}:00`;
    suffixes.set(offset, suffix);
  }
  return suffix;
}
