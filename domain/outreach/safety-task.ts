import type { ProgramDefaults } from '../settings/program-defaults.ts';

/** What somebody did about a safety signal, in the order it was done; milliseconds. */
export interface SafetyEntry {
  id: string;
  act: 'acknowledged' | 'assessed' | 'reopened';
  by: string;
  at: number;
}

export interface SafetyState {
  acknowledged: SafetyEntry | null;
  assessed: SafetyEntry | null;
  /** When it goes, or went, to the person on call; `null` where it was taken on in time. */
  escalatesAt: number | null;
  escalated: boolean;
}

/**
 * How far a safety task has come. Only an assessment closes it, and nothing does so by time; one that
 * nobody acknowledged in time since it could be known goes to the person on call, and stays there.
 */
export function safetyState(
  knownAt: number,
  entries: readonly SafetyEntry[],
  asOf: number,
  { safetyAcknowledgeMinutes }: Pick<ProgramDefaults, 'safetyAcknowledgeMinutes'>,
): SafetyState {
  const acknowledged = entries.find(({ act }) => act !== 'reopened') ?? null;
  const last = entries.findLast(({ act }) => act !== 'acknowledged');
  const assessed = last?.act === 'assessed' ? last : null;
  const deadline = knownAt + safetyAcknowledgeMinutes * 60_000;
  const inTime = acknowledged !== null && acknowledged.at < deadline;
  const escalatesAt = inTime ? null : deadline;
  return {
    acknowledged,
    assessed,
    escalatesAt,
    escalated: assessed === null && escalatesAt !== null && escalatesAt <= asOf,
  };
}
