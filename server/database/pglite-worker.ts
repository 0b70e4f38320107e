import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';

// PGlite computes on the thread it lives in; here it cannot stall the server's event loop.
const port = parentPort;
if (!port) throw new Error('pglite-worker.ts runs as a worker thread.');

/** Where the database lives, and a dumped one to begin from where it has to be made. */
export interface WorkerSettings {
  dataDir: string;
  template?: string | undefined;
}

const { dataDir, template } = workerData as WorkerSettings;
const asText = (value: string) => value;
const pglite = await PGlite.create({
  dataDir,
  ...(template ? { loadDataDir: new Blob([readFileSync(template)]) } : {}),
  // The same shapes as from `pg` (postgres-types.ts): instants ISO, days as text, counts as numbers.
  parsers: {
    [types.DATE]: asText,
    [types.TIMESTAMPTZ]: (value: string) => new Date(value).toISOString(),
    [types.INT8]: Number,
    [types.NUMERIC]: Number,
  },
});
await pglite.exec(`SET TIME ZONE 'UTC'; SET jit = off`);

export type Request =
  | { id: number; act: 'query'; text: string; values: unknown[] }
  | { id: number; act: 'script'; text: string }
  | { id: number; act: 'listen'; channel: string }
  | { id: number; act: 'dump'; path: string }
  | { id: number; act: 'close' };

async function runScript(text: string): Promise<void> {
  try {
    await pglite.exec(text);
  } catch (error) {
    // The one connection must not stay in a failed transaction.
    await pglite.exec('ROLLBACK');
    throw error;
  }
}

async function answer(request: Request): Promise<unknown> {
  switch (request.act) {
    case 'query': {
      const { rows, affectedRows } = await pglite.query(request.text, request.values);
      return { rows, affectedRows };
    }
    case 'script':
      return runScript(request.text);
    case 'listen':
      await pglite.listen(request.channel, (payload) => port?.postMessage({ notified: payload }));
      return undefined;
    case 'dump':
      return writeFileSync(
        request.path,
        Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()),
      );
    case 'close':
      return pglite.close();
  }
}

// One after the other: PGlite has one connection.
let previous: Promise<void> = Promise.resolve();
port.on('message', (request: Request) => {
  previous = previous.then(async () => {
    try {
      port.postMessage({ id: request.id, result: await answer(request) });
    } catch (error) {
      const { message, code, detail, constraint } = error as Record<string, unknown>;
      port.postMessage({ id: request.id, error: { message, code, detail, constraint } });
    }
    if (request.act === 'close') port.close();
  });
});
port.postMessage({ ready: true });
