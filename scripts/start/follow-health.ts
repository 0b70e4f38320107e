import { setTimeout as wait } from 'node:timers/promises';
import { waitForAnswer } from './wait-for-answer.ts';

interface Health {
  status: string;
  sync?: { message?: string };
}

/** Says what the server is busy with, each time that changes, until it is ready. */
export async function followHealth(server: string, signal: AbortSignal): Promise<void> {
  let said = '';
  for (;;) {
    const answer = await waitForAnswer(`${server}/api/health`, signal);
    const { status, sync } = (await answer.json()) as Health;
    if (sync?.message && sync.message !== said) {
      said = sync.message;
      console.log(said);
    }
    if (status === 'ready') return;
    await wait(500, undefined, { signal });
  }
}
