import { setTimeout as wait } from 'node:timers/promises';

const millisecondsBetween = 200;

/** The first answer of an address whose server is still starting. */
export async function waitForAnswer(url: string, signal: AbortSignal): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url, { signal });
    } catch (error) {
      if (signal.aborted) throw error;
      await wait(millisecondsBetween, undefined, { signal });
    }
  }
}
