import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Health } from '#domain/data-sources/data-sources.contract';
import { MORNING } from './small-clinic.fixture.ts';

const SERVER = join(import.meta.dirname, '../main.ts');
const PATIENCE_MS = 60_000;

/** What a server keeps: its folder, and its database where that is not in the folder. */
export interface Kept {
  folder: string;
  databaseUrl: string | null;
}

/** A server as it is started, that can be killed at any moment. */
export interface KillableServer {
  kill(): Promise<void>;
  /** Stops it as it should be stopped. */
  stop(): Promise<void>;
  /** Once all of the source is read, and was read again after `since`. */
  upToDate(since?: string | null): Promise<string>;
}

export async function startServer(
  { folder, databaseUrl }: Kept,
  sourceUrl: string,
): Promise<KillableServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [SERVER], {
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      SIMULATED_FHIR_URL: sourceUrl,
      SOURCE_FHIR_POLL_SECONDS: '1',
      CLOCK: MORNING,
      DATABASE_URL: databaseUrl ?? '',
    },
  });
  const gone = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  const sync = async (): Promise<Health['sync'] | null> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    return answer ? ((await answer.json()) as Health).sync : null;
  };
  return {
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    upToDate: async (since = null) => {
      for (const limit = Date.now() + PATIENCE_MS; Date.now() < limit;) {
        const { historyComplete, asOf } = (await sync()) ?? {};
        if (historyComplete && asOf && (!since || asOf > since)) return asOf;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('The server did not come up to date.');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
