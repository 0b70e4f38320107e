import type { Caseload } from '#domain/caseload/caseload.contract';
import type { ShownNow } from '../../http/follow-time';

/** When the sessions that the lines name begin. */
export function sessionTimes(caseload: Caseload | null): ShownNow | null {
  if (!caseload) return null;
  const next = caseload.lines.map((line) => line.next?.startsAt);
  const boundaries = [...new Set(next)].filter((time) => time !== undefined);
  return { asOf: caseload.asOf, boundaries };
}
