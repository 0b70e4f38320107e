import type { Appointment, Encounter } from 'fhir/r4';

const minute = 60_000;
const hour = 60 * minute;
const tolerance = 10 * minute;
const hoursForExcuse = 24 * hour;
const timeToRecord = 24 * hour;

const marked = ['fulfilled', 'checked-in', 'arrived'];
const closedByProgram = ['maint', 'oth-room', 'oth-weath', 'oth-err', 'oth-oerr'];
const awayReasons = ['prov-hosp', 'prov-dch', 'pat-dec'];
export const cancelled = [
  'excused',
  'client-cancelled',
  'program-cancelled',
  'on-hold',
  'cancelled-unknown',
];

export interface Times {
  start: number;
  end: number;
}

/** What the booking alone says became of one of its clients; `null` while it says nothing. */
export function bookedOutcome(
  appointment: Appointment,
  { ofGroup, declined }: { ofGroup: boolean; declined: boolean },
  { start }: Times,
): string | null {
  if (appointment.status === 'noshow') return 'no-show';
  if (appointment.status === 'cancelled') return cancelledOutcome(appointment, start);
  if (ofGroup && declined) return 'client-cancelled';
  // That a group was held says of nobody in it that they were there.
  return marked.includes(appointment.status) && !ofGroup ? 'attended' : null;
}

/** Of somebody who was there: late before early. */
export function attendedOutcome({ start, end }: Times, { period }: Encounter): string {
  if (Date.parse(period?.start ?? '') - start > tolerance) return 'attended-late';
  if (end - Date.parse(period?.end ?? '') > tolerance) return 'left-early';
  return 'attended';
}

/** What is known at an instant: before the start only a cancellation, after the end time decides. */
export function statusAt(
  { start, end, outcome }: Times & { outcome: string | null },
  asOf: number,
): string {
  if (outcome !== null && (start <= asOf || cancelled.includes(outcome))) return outcome;
  if (asOf < end) return 'scheduled';
  return asOf - end <= timeToRecord ? 'awaiting-record' : 'unrecorded';
}

/** By whose reason, and if by the client's with what notice: of the version that says so. */
function cancelledOutcome({ cancelationReason, meta }: Appointment, start: number): string {
  const reason = cancelationReason?.coding?.[0]?.code ?? '';
  if (awayReasons.includes(reason)) return 'on-hold';
  if (reason.startsWith('prov') || closedByProgram.includes(reason)) return 'program-cancelled';
  if (!reason.startsWith('pat')) return 'cancelled-unknown';
  const lead = start - Date.parse(meta?.lastUpdated ?? '');
  if (lead >= hoursForExcuse) return 'excused';
  return lead >= 0 ? 'client-cancelled' : 'cancelled-unknown';
}
