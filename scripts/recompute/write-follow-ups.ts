import { randomUUID } from 'node:crypto';
import type { SignedIn } from './answered/signed-in.ts';
import type { OwnFollowUpTry } from './own-entries/own-entries.ts';

interface Line {
  clientId: string;
  episodeId: string;
  isOpen: boolean;
}

type Try = Omit<OwnFollowUpTry, 'client' | 'at'>;

const reached: Try = { mode: 'phone', result: 'reached', ends: null };
const noAnswer: Try = { mode: 'phone', result: 'not-reached', ends: null };
const texted: Try = { mode: 'text', result: 'sent', ends: null };

/** What is done about the first follow-ups that are open: each of another client. */
const tried: readonly (readonly Try[])[] = [
  [reached],
  [noAnswer, noAnswer, texted],
  [noAnswer],
  [{ mode: 'phone', result: 'declined', ends: null }],
  [{ mode: 'phone', result: 'declined', ends: 'no-more-contact' }],
  [{ mode: 'phone', result: 'not-reached', ends: 'deceased' }],
];

/** A supervisor tries to reach some of those who left. */
export async function writeFollowUps(
  supervisor: SignedIn,
  now: () => Promise<number>,
): Promise<OwnFollowUpTry[]> {
  const { lines } = await supervisor.get<{ lines: Line[] }>('/api/aftercare/follow-ups');
  const open = [
    ...new Map(
      lines.filter(({ isOpen }) => isOpen).map((line) => [line.clientId, line] as const),
    ).values(),
  ];
  const written: OwnFollowUpTry[] = [];
  for (const [index, tries] of tried.entries()) {
    const line = open[index];
    if (!line) continue;
    const { revisions } = await supervisor.get<{ revisions: { body: string }[] }>(
      `/api/source-records/${line.episodeId}`,
    );
    const body = JSON.parse(revisions[0]?.body ?? '{}') as { patient?: { reference?: string } };
    for (const { ends, ...what } of tries) {
      const at = await now();
      await supervisor.post('/api/outreach/contacts', {
        ...{ id: randomUUID(), clientId: line.clientId, at: new Date(at).toISOString(), ...what },
        ...{ barrier: null, nextStep: null, nextStepOn: null, corrects: null },
        followUp: { answers: null, returnToCare: 'not-offered', ends },
      });
      written.push({ client: body.patient?.reference ?? '', at, ...what, ends });
    }
  }
  return written;
}
