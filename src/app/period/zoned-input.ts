import { TZDate } from '@date-fns/tz';

/** '2026-11-18T08:02', as a datetime-local input wants it, of an instant on a site's clock. */
export function toZonedInput(instant: string, timeZone: string): string {
  return new TZDate(instant, timeZone).toISOString().slice(0, 16);
}

/** The instant of what somebody chose on a site's clock; `null` when it is incomplete. */
export function fromZonedInput(chosen: string, timeZone: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(chosen);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const zoned = new TZDate(year, month - 1, day, hour, minute, timeZone);
  return new Date(zoned.getTime()).toISOString();
}
