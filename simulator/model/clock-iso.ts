import { isoDate, utcDay, utcMidnight } from './calendar-day.ts';

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
const MINUTES = Array.from({ length: 24 * 60 }, (_, minute) => {
  return `T${TWO_DIGITS[Math.floor(minute / 60)]}:${TWO_DIGITS[minute % 60]}:`;
});

/** Date and time to the second, of an instant that is read as if its clock were UTC's. */
export function clockIso(instant: number): string {
  const whole = Math.floor(instant);
  const day = utcDay(whole);
  const seconds = Math.floor((whole - utcMidnight(day)) / 1_000);
  return isoDate(day) + MINUTES[Math.floor(seconds / 60)] + TWO_DIGITS[seconds % 60];
}
