import { isAttended, isMissed, type AttendanceStatus } from '../attendance/attendance-status.ts';
import type { IntakeStep } from './intake.contract.ts';

/** An assessment since the request, as time and the records have it. */
export interface Assessment {
  recordId: string;
  startsAt: number;
  status: AttendanceStatus;
}

export interface NextStep {
  step: IntakeStep;
  assessment: Assessment | null;
}

/**
 * Where somebody stands between the request and the first day: an admission that is planned, an
 * assessment held, booked, not recorded, missed, or none. What was called off by the program is no
 * step: another one is to be booked.
 */
export function intakeStep(
  assessments: readonly Assessment[],
  admissionPlanned: boolean,
): NextStep {
  const newestFirst = [...assessments].sort((a, b) => b.startsAt - a.startsAt);
  const last = (has: (status: AttendanceStatus) => boolean) =>
    newestFirst.find(({ status }) => has(status)) ?? null;
  if (admissionPlanned) return { step: 'admission-planned', assessment: null };
  const held = last(isAttended);
  if (held) return { step: 'assessed', assessment: held };
  const booked = newestFirst.findLast(({ status }) => status === 'scheduled');
  if (booked) return { step: 'assessment-booked', assessment: booked };
  const open = last((status) => status === 'unrecorded' || status === 'awaiting-record');
  if (open) return { step: 'assessment-not-recorded', assessment: open };
  const missed = last((status) => isMissed(status) || status === 'excused');
  return missed
    ? { step: 'assessment-missed', assessment: missed }
    : { step: 'no-assessment', assessment: null };
}
