import type { ValuesByName } from '../../compared-values.ts';
import type { ClinicRecords } from '../../source/clinic-records.ts';
import type { Attendance } from '../attendance.ts';
import { dayAt } from '../site-calendar.ts';

const halfAnHour = 30 * 60_000;
const came = ['attended', 'attended-late', 'left-early'];

/** The sessions of the day that somebody leads, by when and what: who is expected, who has come. */
export function todaysSessions(
  practitioner: string,
  all: readonly Attendance[],
  asOf: number,
  records: ClinicRecords,
): ValuesByName {
  const places = all
    .filter(({ leader }) => leader?.display === practitioner)
    .filter(({ start, zone }) => dayAt(start, zone) === dayAt(asOf, zone))
    .filter(({ waitlisted, walkIn, start }) => !waitlisted && !(walkIn && start > asOf))
    .filter(({ outcome }) => outcome === null || outcome === 'no-show' || came.includes(outcome));
  const sessions = Map.groupBy(
    places,
    ({ start, service, walkIn, client }) =>
      `today ${new Date(start).toISOString()} ${service}${walkIn ? ` ${client}` : ''}`,
  );
  return new Map(
    [...sessions].map(([name, own]) => [
      name,
      {
        expected: own.length,
        arrived: own.filter((one) => hasCome(one, asOf, records)).length,
        unmarked:
          own.some(({ start }) => asOf - start >= halfAnHour) &&
          own.some(({ outcome, walkIn }) => outcome === null && !walkIn),
      },
    ]),
  );
}

function hasCome(
  { walkIn, outcome, encounter }: Attendance,
  asOf: number,
  records: ClinicRecords,
): boolean {
  if (walkIn) return true;
  if (outcome === null || !came.includes(outcome)) return false;
  const start = records.named('Encounter', encounter ?? undefined)?.period?.start;
  return start === undefined || Date.parse(start) <= asOf;
}
