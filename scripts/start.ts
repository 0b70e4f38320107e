import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from './free-port.ts';
import { buildDashboard } from './start/build-dashboard.ts';
import { clinicClock } from './start/clinic-clock.ts';
import { followHealth } from './start/follow-health.ts';
import { enterCapacities } from './start/enter-capacities.ts';
import { endServices, type Service, startService } from './start/service.ts';
import { waitForAnswer } from './start/wait-for-answer.ts';

const { reload } = parseArgs({ options: { reload: { type: 'boolean', default: false } } }).values;
const port = process.env['PORT'] || '4200';
const dataFolder = process.env['DATA_DIR'] || '.data';
const services: Service[] = [];
const ending = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => ending.abort());
}

try {
  // Or an answer from whatever has the port would be taken for the server's.
  await freePort(Number(port)).catch(() => {
    throw new Error(`Port ${port} is taken or is none: set PORT to a free one.`);
  });
  if (!reload) buildDashboard();
  const env = process.env['SOURCE_FHIR_URL'] ? process.env : await startSimulator();
  const server = await startServer(env);
  await waitForAnswer(`http://localhost:${port}/`, ending.signal);
  console.log(`Throughline is on http://localhost:${port}`);
  await followHealth(server, ending.signal);
  if (env['SIMULATED_FHIR_URL']) await enterCapacities(server);
  await new Promise((resolve) => ending.signal.addEventListener('abort', resolve));
} catch (error) {
  // What was still waited for when the end came is of no interest.
  if (!ending.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
} finally {
  ending.abort();
  await endServices(services);
}

/** The demo's scheduling system, and what the server must be told of it. */
async function startSimulator(): Promise<NodeJS.ProcessEnv> {
  const clock = process.env['CLOCK'] || clinicClock(dataFolder, new Date()).toISOString();
  const env = { ...process.env, DATA_DIR: dataFolder, CLOCK: clock };
  const simulatorPort = await freePort();
  mkdirSync(dataFolder, { recursive: true });
  const journal = join(dataFolder, 'simulator-journal.ndjson');
  start(
    'simulator',
    ['simulator/main.ts', '--port', `${simulatorPort}`, '--journal', journal],
    env,
  );
  const source = `http://localhost:${simulatorPort}/fhir`;
  await waitForAnswer(`${source}/metadata`, ending.signal);
  return { ...env, SIMULATED_FHIR_URL: source };
}

/** Where the API is: with --reload the pages are served by ng, which passes /api on. */
async function startServer(env: NodeJS.ProcessEnv): Promise<string> {
  if (!reload) {
    start('server', ['server/main.ts'], { ...env, PORT: port });
    return `http://localhost:${port}`;
  }
  const apiPort = `${await freePort()}`;
  start('server', ['--watch', 'server/main.ts'], { ...env, PORT: apiPort });
  const serve = ['serve', '--port', port, '--proxy-config', 'scripts/start/proxy.conf.mjs'];
  start('dashboard', ['node_modules/@angular/cli/bin/ng.js', ...serve], {
    ...env,
    API_PORT: apiPort,
    NG_CLI_ANALYTICS: 'false',
  });
  return `http://localhost:${apiPort}`;
}

/** One that ends before it is asked to has said why; then nothing of the rest is of use. */
function start(name: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const service = startService(name, args, env);
  services.push(service);
  void service.ended.then(() => {
    if (ending.signal.aborted) return;
    console.error(`The ${name} ended, so Throughline ends.`);
    process.exitCode = 1;
    ending.abort();
  });
}
