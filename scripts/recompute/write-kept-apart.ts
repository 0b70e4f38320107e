import { randomUUID } from 'node:crypto';
import type { SignedIn } from './answered/signed-in.ts';
import type { OwnPair } from './own-entries/own-entries.ts';

interface Brief {
  hours: { short: { clientId: string; makeUp: { sessionId: string }[] }[] };
}
interface Roster {
  members: { clientId: string; mine: boolean }[];
}

const pairsWritten = 2;

/**
 * Clients who are short of hours are kept apart from somebody who is booked where they could make them up:
 * what they are offered is less by that. `numbers` has record numbers by the server's ids.
 */
export async function writeKeptApart(
  supervisor: SignedIn,
  counselors: readonly string[],
  numbers: ReadonlyMap<string, string>,
  now: () => Promise<number>,
): Promise<OwnPair[]> {
  const written: OwnPair[] = [];
  for (const counselor of counselors) {
    const { hours } = await supervisor.get<Brief>('/api/caseload/brief', { counselor });
    for (const { clientId, makeUp } of hours.short) {
      if (written.length === pairsWritten) return written;
      const otherId = await bookedThere(supervisor, clientId, makeUp, numbers);
      const [one, other] = [numbers.get(clientId), otherId && numbers.get(otherId)];
      if (!one || !other) continue;
      // It holds for both, whichever of them it is written of.
      const [first, second] = written.length % 2 ? [otherId, clientId] : [clientId, otherId];
      await supervisor.post('/api/attendance/kept-apart', {
        ...{ id: randomUUID(), clientId: first, otherId: second, reason: 'Former partners' },
      });
      written.push({ one, other, at: await now() });
    }
  }
  return written;
}

/** Somebody else of the supervisor's who is booked in one of the sessions. */
async function bookedThere(
  supervisor: SignedIn,
  clientId: string,
  sessions: readonly { sessionId: string }[],
  numbers: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  for (const { sessionId } of sessions) {
    const path = `/api/attendance/sessions/${sessionId}`;
    const { members } = await supervisor.get<Roster>(path);
    const other = members.find(
      (member) => member.mine && member.clientId !== clientId && numbers.has(member.clientId),
    );
    if (other) return other.clientId;
  }
  return undefined;
}
