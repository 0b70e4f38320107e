import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { copying, isCopying } from './copying.ts';
import { postgresTypes } from './postgres-types.ts';
import { PreparedClient } from './prepared-client.ts';

// PGlite computes on the thread it lives in; here it cannot stall the server's event loop.
const port = parentPort;
if (!port) throw new Error('pglite-worker.ts runs as a worker thread.');

/** Where the database lives, and a dumped one to begin from where it has to be made. */
export interface WorkerSettings {
  dataDir: string;
  template?: string | undefined;
}

const { dataDir, template } = workerData as WorkerSettings;
const pglite = await PGlite.create({
  dataDir,
  ...(template ? { loadDataDir: new Blob([readFileSync(template)]) } : {}),
});
// Asked as a server is: what comes back has the same shapes, and is prepared once.
const client = new PreparedClient({ ...createPgConfig(pglite), types: postgresTypes });
await client.connect();
await client.ask(`SET TIME ZONE 'UTC'; SET jit = off`);

export type Request =
  | { id: number; act: 'query'; text: string; values: unknown[] }
  | { id: number; act: 'script'; text: string }
  | { id: number; act: 'listen'; channel: string }
  | { id: number; act: 'dump'; path: string }
  | { id: number; act: 'close' };

async function runScript(text: string): Promise<void> {
  try {
    await client.ask(text);
  } catch (error) {
    // The one connection must not stay in a failed transaction.
    await client.ask('ROLLBACK');
    throw error;
  }
}

/**
 * `COPY … FROM STDIN` with its rows as the one value, as from a server. Here they come out of a file
 * that is none; only the database's own user may read files, so it does, and the role comes back.
 */
async function copyIn(text: string, copied: string): Promise<{ rows: []; affectedRows: number }> {
  const { before, copy } = copying(text);
  if (before) await client.ask(before);
  const { rows } = await pglite.query<{ role: string }>(
    `SELECT role, set_config('role', 'none', true) FROM (SELECT current_setting('role') AS role OFFSET 0) was`,
  );
  const fromBlob = copy.replace('FROM STDIN', `FROM '/dev/blob'`);
  const { affectedRows } = await pglite.query(fromBlob, [], { blob: new Blob([copied]) });
  await pglite.query(`SELECT set_config('role', $1, true)`, [rows[0]?.role]);
  return { rows: [], affectedRows: affectedRows ?? 0 };
}

async function answer(request: Request): Promise<unknown> {
  switch (request.act) {
    case 'query': {
      if (isCopying(request.text)) return copyIn(request.text, String(request.values[0]));
      const { rows, rowCount } = await client.ask(request.text, request.values);
      return { rows, affectedRows: rowCount ?? 0 };
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
