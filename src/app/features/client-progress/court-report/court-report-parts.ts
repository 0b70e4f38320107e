import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { addDays } from '#domain/calendar/calendar-day';
import { confirmedTests } from '#domain/disclosures/confirmed-tests';
import { courtAttendance } from '#domain/disclosures/court-attendance';
import { calendarDate } from '../../../ui/clinic-time/clinic-time';
import type { LedgerPart, LedgerRow } from '../disclosures/ledger';
import { testRows } from '../disclosures/tests-in-words';

/** What a court may know of a time: where the client stands, sessions in counts, and what a laboratory confirmed. */
export function courtReportParts(client: ClientProgress, from: string, to: string): LedgerPart[] {
  return [
    { title: 'Treatment', rows: treatmentRows(client) },
    {
      title: `Sessions, ${calendarDate(from)} – ${calendarDate(to)}`,
      rows: sessionRows(client, from, to),
    },
    {
      title: `Urine drug tests confirmed by a laboratory, ${calendarDate(from)} – ${calendarDate(to)}`,
      rows: testRows(confirmedTests(client.specimens, from, to)),
    },
  ];
}

function treatmentRows({ way, line }: ClientProgress): LedgerRow[] {
  const day = (name: string, value: string, on: string | null): LedgerRow =>
    on
      ? { name, value, on: calendarDate(on) }
      : { name, value: 'not recorded', on: '', missing: true };
  const phase = line?.phase ?? null;
  return [
    day('Admitted', 'to this program', way?.admittedOn ?? null),
    way?.endedOn
      ? day('Left', 'this program', way.endedOn)
      : day('Planned discharge', 'from this program', way?.plannedEnd ?? null),
    phase
      ? { name: 'Phase of treatment', value: `${phase.number} of ${phase.of}`, on: 'today' }
      : way?.endedOn
        ? { name: 'Phase of treatment', value: 'none: treatment here is over', on: '' }
        : { name: 'Phase of treatment', value: 'not recorded', on: '', missing: true },
  ];
}

function sessionRows(
  { sessions, timeZone, way }: ClientProgress,
  from: string,
  to: string,
): LedgerRow[] {
  // What was booked for after the end was called off because of it, and tells nothing.
  const last = way?.endedOn && way.endedOn <= to ? addDays(way.endedOn, -1) : to;
  const { attended, missed, excused, calledOff, unrecorded } = courtAttendance(
    sessions,
    timeZone,
    from,
    last,
  );
  const counted = (name: string, count: number): LedgerRow => ({
    ...{ name, value: String(count), on: '' },
  });
  return [
    counted('Attended', attended),
    counted('Missed, not excused', missed),
    counted('Cancelled by the client, excused', excused),
    counted('Called off by the program, or while treatment was on hold', calledOff),
    counted('Held, or about to be; nothing is recorded yet', unrecorded),
  ];
}
