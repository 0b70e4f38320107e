/** A day as staff say it, on the site's calendar: 'Tue 17 Nov', with the year only when it is another. */
export function dayInWords(instant: number, timeZone: string, asOf: number): string {
  const parts = partsOf(instant, timeZone);
  const year = parts['year'] === partsOf(asOf, timeZone)['year'] ? '' : ` ${parts['year']}`;
  return `${parts['weekday']} ${parts['day']} ${parts['month']}${year}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(instant: number, timeZone: string): Record<string, string> {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}
