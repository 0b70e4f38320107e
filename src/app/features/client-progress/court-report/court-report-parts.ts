import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
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
      title: `Urine drug tests, ${calendarDate(from)} – ${calendarDate(to)}`,
      rows: testRows(confirmedTests(client.specimens, from, to)),
    },
  ];
}

function treatmentRows({ way, line }: ClientProgress): LedgerRow[] {
  const day = (name: string, on: string | null): LedgerRow => ({
    ...{ name, value: on ? calendarDate(on) : 'not recorded', on: '', missing: on === null },
  });
  const phase = line?.phase ?? null;
  return [
    day('Admitted', way?.admittedOn ?? null),
    way?.endedOn ? day('Left', way.endedOn) : day('Planned discharge', way?.plannedEnd ?? null),
    phase
      ? { name: 'Phase of treatment', value: `${phase.number} of ${phase.of}`, on: '' }
      : { name: 'Phase of treatment', value: 'not recorded', on: '', missing: true },
  ];
}

function sessionRows(
  { sessions, timeZone }: ClientProgress,
  from: string,
  to: string,
): LedgerRow[] {
  const { attended, missed, excused, calledOff, unrecorded } = courtAttendance(
    sessions,
    timeZone,
    from,
    to,
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
