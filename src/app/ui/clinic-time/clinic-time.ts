const formats = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs more than a row, so each zone and shape is built once. */
function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timeZone + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', { timeZone, ...options });
    formats.set(key, found);
  }
  return found;
}

type Part = 'weekday' | 'day' | 'month' | 'year';

function partsOf(instant: Date, timeZone: string): Record<Part, string> {
  const parts = { weekday: '', day: '', month: '', year: '' };
  const shape = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  for (const { type, value } of format(timeZone, shape).formatToParts(instant)) {
    if (type in parts) parts[type as Part] = value;
  }
  return parts;
}

/** The week of a local date, Monday first, counted from a fixed Monday. */
function weekOf(instant: Date, timeZone: string): number {
  const shape = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const [month, day, year] = format(timeZone, shape).format(instant).split('/').map(Number);
  return Math.floor((Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000 + 3) / 7);
}

/** What a page is as of: each row of a table asks for the same. */
let now = { asOf: '', timeZone: '', week: 0, year: '', weekday: '' };
function nowOf(asOf: string, timeZone: string): typeof now {
  if (now.asOf !== asOf || now.timeZone !== timeZone) {
    const instant = new Date(asOf);
    const { year, weekday } = partsOf(instant, timeZone);
    now = { asOf, timeZone, week: weekOf(instant, timeZone), year, weekday };
  }
  return now;
}

/** '9:30 am' on the clock of the site. */
export function clinicTime(instant: string, timeZone: string): string {
  const shape = { hour: 'numeric', minute: '2-digit' } as const;
  return format(timeZone, shape).format(new Date(instant)).replace(/\s/u, ' ').toLowerCase();
}

/** ' CST' where a site's clock is another than the one the page is read by; '' where it is the same. */
export function zoneIfOther(instant: string, timeZone: string, readBy: string): string {
  const nameIn = (zone: string) =>
    format(zone, { timeZoneName: 'short' })
      .formatToParts(new Date(instant))
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const name = nameIn(timeZone);
  return name === nameIn(readBy) ? '' : ` ${name}`;
}

/** 'Tue' in the week of `asOf`, otherwise 'Thu 12 Nov', with the year only when it is another. */
export function clinicDay(instant: string, timeZone: string, asOf: string): string {
  const { week, weekday } = nowOf(asOf, timeZone);
  if (instant === asOf) return weekday;
  const then = new Date(instant);
  if (weekOf(then, timeZone) === week) return partsOf(then, timeZone).weekday;
  return clinicDate(instant, timeZone, asOf);
}

/** 'Thu 12 Nov', with the year only when it is not the year of `asOf`. */
export function clinicDate(instant: string, timeZone: string, asOf: string): string {
  const { weekday, day, month, year } = partsOf(new Date(instant), timeZone);
  const sameYear = nowOf(asOf, timeZone).year === year;
  return `${weekday} ${day} ${month}${sameYear ? '' : ` ${year}`}`;
}

/** 'Wed 18 Nov 2026, 8:02 am'. */
export function clinicMoment(instant: string, timeZone: string): string {
  const { weekday, day, month, year } = partsOf(new Date(instant), timeZone);
  return `${weekday} ${day} ${month} ${year}, ${clinicTime(instant, timeZone)}`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** '26 Oct' for a calendar day, which has no zone. */
export function calendarDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]}`;
}

/** '26 Oct 2027': of a day that may lie in any year. */
export const calendarDate = (day: string): string => `${calendarDay(day)} ${day.slice(0, 4)}`;
