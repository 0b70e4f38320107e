import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './app.ts';
import { clinicClock } from './clock/clinic-clock.ts';
import { openControl } from './admin/control.ts';
import { ensureFiles } from './data-sources/files/file-source.ts';
import { importFiles } from './data-sources/files/import-files.ts';
import { dropLeases, ensureSource } from './data-sources/sources.queries.ts';
import { createSync } from './data-sources/sync.ts';
import { openDatabase } from './database/open-database.ts';
import { readEnvironment, WrongSetting } from './environment.ts';
import { openChanges } from './events/changes.ts';
import { FhirClient } from './fhir/client.ts';

const CLOCK_KEPT_EVERY_MS = 10_000;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const {
    port,
    dataDir,
    source: { baseUrl, simulated },
  } = environment;
  const clock = clinicClock(environment.clockStartsAt);
  const database = await openDatabase({ url: environment.databaseUrl, folder: dataDir });
  if (database.kind === 'pglite') await dropLeases(database);
  const name = simulated ? 'Simulated clinic' : new URL(baseUrl).host;
  const source = await ensureSource(database, { name, baseUrl, simulated });
  const sync = createSync({
    database,
    client: new FhirClient(baseUrl),
    source,
    clock,
    pollSeconds: environment.pollSeconds,
    say: () => undefined,
  });
  const app = await buildApp(
    {
      database,
      clock,
      source,
      simulated,
      changes: await openChanges(database),
      demoSignIn: environment.demoSignIn,
      pollSeconds: environment.pollSeconds,
      cookieName: `throughline-${port}`,
      readSoon: () => sync.readSoon(),
    },
    environment,
  );
  // Personas need no password: they are for this machine alone.
  await app.listen({ port, host: environment.demoSignIn ? '127.0.0.1' : '0.0.0.0' });
  sync.start();
  const closeControl = await openControl(dataDir, {
    sync: () => {
      sync.readSoon();
      return Promise.resolve('The running server reads now.');
    },
    import: async (paths, say) =>
      importFiles({ database, source: await ensureFiles(database), clock, say }, paths),
  });

  // The demo's clock goes on from here at the next start: what was seen must not become the future.
  const keepClock = () => {
    if (environment.clockStartsAt)
      writeFileSync(join(dataDir, 'clinic-clock'), clock.now().toISOString());
  };
  const keeping = setInterval(keepClock, CLOCK_KEPT_EVERY_MS);
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    clearInterval(keeping);
    keepClock();
    closeControl();
    await app.close();
    await sync.stop();
    await database.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
}

main().catch((error: Error) => {
  const sentence = error instanceof WrongSetting || /data folder/.test(error.message);
  console.error(sentence ? error.message : `The server could not start: ${error.message}`);
  process.exit(1);
});
