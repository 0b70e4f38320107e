import type { Appointment, Encounter } from 'fhir/r4';

const minute = 60_000;
const hour = 60 * minute;
const tolerance = 10 * minute;
const hoursForExcuse = 24 * hour;
const timeToRecord = 24 * hour;

const closedByProgram = ['maint', 'oth-room', 'oth-weath', 'oth-err', 'oth-oerr'];
const awayReasons = ['prov-hosp', 'prov-dch', 'pat-dec'];

/** One client's status in one session as at an instant, by the tolerant rules, first match wins. */
export function sessionStatus(
  appointment: Appointment,
  encounter: Encounter | undefined,
  asOf: number,
): string {
  const start = Date.parse(appointment.start ?? '');
  const end = Date.parse(appointment.end ?? '');
  const begun = start <= asOf;

  if (encounter && begun) return attendedStatus(start, end, encounter);
  if (appointment.status === 'noshow' && begun) return 'no-show';
  if (appointment.status === 'cancelled') return cancelledStatus(appointment, start);
  if (appointment.status === 'waitlist') return 'waitlist';
  if (!begun) return 'scheduled';
  if (['fulfilled', 'checked-in', 'arrived'].includes(appointment.status)) return 'attended';
  if (asOf < end) return 'scheduled';
  return asOf - end <= timeToRecord ? 'awaiting-record' : 'unrecorded';
}

function attendedStatus(start: number, end: number, { period }: Encounter): string {
  if (Date.parse(period?.start ?? '') - start > tolerance) return 'attended-late';
  if (end - Date.parse(period?.end ?? '') > tolerance) return 'left-early';
  return 'attended';
}

function cancelledStatus(appointment: Appointment, start: number): string {
  const reason = appointment.cancelationReason?.coding?.[0]?.code ?? '';
  if (awayReasons.includes(reason)) return 'on-hold';
  if (reason.startsWith('prov') || closedByProgram.includes(reason)) return 'program-cancelled';
  if (!reason.startsWith('pat')) return 'cancelled-unknown';
  const lead = start - Date.parse(appointment.meta?.lastUpdated ?? '');
  if (lead >= hoursForExcuse) return 'excused';
  return lead >= 0 ? 'client-cancelled' : 'cancelled-unknown';
}
