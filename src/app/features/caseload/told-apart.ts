import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import { initialsOf } from '../../ui/client-name/client-name-text';

/** Week and track of clients whose initials another client has too. */
export function toldApart(lines: readonly CaseloadLine[]): ReadonlyMap<string, string> {
  const sharing = Map.groupBy(lines, initialsOf);
  const told = new Map<string, string>();
  for (const clients of sharing.values()) {
    if (clients.length < 2) continue;
    for (const { clientId, week, track } of clients) {
      // As the column of the level has it, so that it fits beside two initials.
      const when = track === 'evening' ? 'eve' : track;
      told.set(clientId, [`week ${week}`, when].filter(Boolean).join(', '));
    }
  }
  return told;
}
