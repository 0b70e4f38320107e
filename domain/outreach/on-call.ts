import { timeOfDay } from '../calendar/calendar-day.ts';

/** Somebody on call at a site, or at every one (`null`), from an instant to an instant; milliseconds. */
export interface OnCallSpan {
  name: string;
  siteId: string | null;
  fromAt: number;
  untilAt: number;
}

/** Who is on call at a site at an instant: a span holds from its first instant on, and not at its last. */
export function onCallAt(
  spans: readonly OnCallSpan[],
  siteId: string | null,
  instant: number,
): string[] {
  const names = spans
    .filter((span) => span.siteId === null || span.siteId === siteId)
    .filter(({ fromAt, untilAt }) => fromAt <= instant && instant < untilAt)
    .map(({ name }) => name);
  return [...new Set(names)].sort();
}

/**
 * The instant of a moment on a site's clock, '2026-11-18T17:00'. Of an hour that comes twice in the
 * night the clocks go back the first is meant.
 */
export function instantOfMoment(moment: string, timeZone: string): number {
  const [day = '', time = ''] = moment.split('T');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return timeOfDay(day, { hour, minute }, timeZone);
}
