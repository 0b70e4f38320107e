/** Days that are whole without asking a calendar. */
const IN_EVERY_MONTH = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])/;

/**
 * The day as the source wrote it, in the source's own offset: a UTC conversion could shift it. `null`
 * for what is no whole day, a month alone or 30 February, which FHIR or a typing error may bring.
 */
export function wholeDay(date: string | undefined): string | null {
  if (date && IN_EVERY_MONTH.test(date)) return date.slice(0, 10);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0];
  const midnight = new Date(day ?? '');
  if (!day || Number.isNaN(midnight.getTime())) return null;
  return midnight.toISOString().startsWith(day) ? day : null;
}
