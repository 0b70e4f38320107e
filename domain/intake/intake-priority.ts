import type { IntakePriority } from './intake.contract.ts';

/**
 * In which order programs admit where there is a wait: pregnant people who inject, pregnant people,
 * people who inject, everybody else (45 CFR 96.131(a)).
 */
const ORDER: readonly IntakePriority[] = ['pregnant-injecting', 'pregnant', 'injecting', null];

/** The priority by what is recorded; nothing recorded is none, which is not 'no'. */
export function intakePriority(pregnant: boolean, injecting: boolean): IntakePriority {
  if (pregnant) return injecting ? 'pregnant-injecting' : 'pregnant';
  return injecting ? 'injecting' : null;
}

interface Waiting {
  priority: IntakePriority;
  requestedOn: string | null;
}

/** Priorities first; of one priority whoever asked first, a request without a date last. */
export function byPriorityAndWait(a: Waiting, b: Waiting): number {
  return (
    ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority) ||
    (a.requestedOn ?? '9999').localeCompare(b.requestedOn ?? '9999')
  );
}
