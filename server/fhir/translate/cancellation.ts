import type { CodeableConcept } from 'fhir/r4';
import type { Outcome } from '#domain/attendance/attendance-status';

const SYSTEM = 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason';
const DECEASED = 'pat-dec';
/** A hospital stay, a discharge elsewhere, or a possible death, which a supervisor confirms. */
const ON_HOLD = ['prov-hosp', 'prov-dch', DECEASED];
const BY_PROGRAM = ['maint', 'oth-room', 'oth-weath', 'oth-err', 'oth-oerr'];

/**
 * Who cancelled, by the reason's code (HL7 appointment-cancellation-reason). By the client: its
 * outcome still depends on the notice given. No code, or one that names nobody: unknown.
 */
export function cancellationOf(
  reason: CodeableConcept | undefined,
): 'by-client' | Extract<Outcome, 'on-hold' | 'program-cancelled' | 'cancelled-unknown'> {
  const code = codeOf(reason);
  if (ON_HOLD.includes(code)) return 'on-hold';
  if (code === 'pat' || code.startsWith('pat-')) return 'by-client';
  if (code === 'prov' || code.startsWith('prov-') || BY_PROGRAM.includes(code))
    return 'program-cancelled';
  return 'cancelled-unknown';
}

/** The client is said to have died. */
export const isForDeath = (reason: CodeableConcept | undefined): boolean =>
  codeOf(reason) === DECEASED;

const codeOf = (reason: CodeableConcept | undefined): string =>
  reason?.coding?.find(({ system }) => system === SYSTEM)?.code ?? '';
