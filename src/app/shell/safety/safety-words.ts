import { daysBetween, localTime } from '#domain/calendar/calendar-day';
import type { SafetyTask } from '#domain/outreach/safety.contract';
import { clinicDay, clinicTime } from '../../ui/clinic-time/clinic-time';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When it arose, and how long ago: 'Tue, 2:30 pm · 18 h'. The day alone where no more is known. */
export function aroseInWords(task: SafetyTask, now: string): string {
  const { aroseAt, aroseOn, timeZone } = task;
  // Noon: a day on its own calendar, whatever the zone.
  const day = clinicDay(aroseAt ?? `${aroseOn}T12:00:00Z`, aroseAt ? timeZone : 'UTC', now);
  const when = aroseAt ? `${day}, ${clinicTime(aroseAt, timeZone)}` : day;
  return `${when} · ${aroseAt ? sinceInWords(aroseAt, now) : daysInWords(aroseOn, timeZone, now)}`;
}

const daysInWords = (day: string, timeZone: string, now: string): string => {
  const days = daysBetween(day, localTime(Date.parse(now), timeZone).day);
  return days > 0 ? `${days} d` : 'today';
};

/** '12 min', '18 h', '4 d'. */
export function sinceInWords(instant: string, now: string): string {
  const passed = Math.max(0, Date.parse(now) - Date.parse(instant));
  if (passed < HOUR) return `${Math.floor(passed / 60_000)} min`;
  return passed < 2 * DAY ? `${Math.floor(passed / HOUR)} h` : `${Math.floor(passed / DAY)} d`;
}

/** Who has taken it on, or where it goes if nobody does, as it is said to whoever is named so. */
export function standingInWords(task: SafetyTask, reader: string | undefined): string {
  const { acknowledged, escalated, escalatesAt, onCall, through, timeZone } = task;
  const names = onCall.map((name) => (name === reader ? 'you' : name));
  const others = names.length > 0 ? names.join(', ') : 'whoever is on call';
  const to = through === 'on-call' ? 'you, on call' : others;
  const taken = acknowledged
    ? `acknowledged by ${acknowledged.by}, ${clinicTime(acknowledged.at, timeZone)}`
    : 'not acknowledged';
  if (escalated && escalatesAt)
    return `Escalated to ${to}, ${clinicTime(escalatesAt, timeZone)}; ${taken}`;
  if (acknowledged || !escalatesAt) return sentence(taken);
  return `${sentence(taken)}; goes to ${to} at ${clinicTime(escalatesAt, timeZone)}`;
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
