import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { Connection } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { PGliteProxy } from './pglite-proxy.ts';

/** The embedded database in a folder, which it locks; `memory://` for one that is gone afterwards. */
export async function openEmbedded(folder: string): Promise<Connection> {
  const kept = folder !== 'memory://';
  if (kept) mkdirSync(folder, { recursive: true });
  const unlock = kept ? lockFolder(folder) : () => undefined;
  const proxy = new PGliteProxy({ dataDir: kept ? join(folder, 'database') : folder });
  return connectionOver(proxy, unlock);
}

/** The connection over a PGlite in its worker. */
export async function connectionOver(
  proxy: PGliteProxy,
  afterwards: () => void,
): Promise<Connection> {
  await proxy.waitReady;
  // Of a PGlite, the dialect uses only what the proxy has.
  const pglite = proxy as unknown as PGlite;
  const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
  return {
    kind: 'pglite',
    kysely,
    // In its turn: while a transaction is open, what is asked becomes part of it, and of its role.
    script: (text) => kysely.connection().execute(() => proxy.script(text)),
    listen: (channel, listener) => proxy.listen(channel, listener),
    close: async () => {
      await proxy.close();
      afterwards();
    },
  };
}
