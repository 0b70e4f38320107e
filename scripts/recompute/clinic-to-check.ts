import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { endServices, type Service, startService } from '../start/service.ts';
import { waitForAnswer } from '../start/wait-for-answer.ts';
import { ask } from './source/ask.ts';

const minutesToStart = 15;

export interface RunningClinic {
  fhirUrl: string;
  serverUrl: string;
}

export interface ClinicAsked {
  clock: string;
  clients: string;
  seed: string;
  /** What is true of it beyond chance. */
  scenario?: string;
}

/** One that was started here, so that its server may be stopped and its tables looked at. */
export interface ClinicToCheck extends RunningClinic {
  /** Of the server: what it keeps. */
  folder: string;
  stopServer: () => Promise<void>;
  /** On the same folder, from when it was stopped. */
  startServer: () => Promise<void>;
  /** All of it, and what was kept is gone. */
  stop: () => Promise<void>;
}

/** A simulated clinic and a server that reads it, on free ports with a folder of their own. */
export async function startClinicToCheck(asked: ClinicAsked): Promise<ClinicToCheck> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-recompute-'));
  const [simulatorPort, serverPort] = [await freePort(), await freePort()];
  const fhirUrl = `http://localhost:${simulatorPort}/fhir`;
  const serverUrl = `http://localhost:${serverPort}`;
  const env = { ...process.env, CLOCK: asked.clock };
  const clinic = ['--clients', asked.clients, '--seed', asked.seed];
  if (asked.scenario) clinic.push('--scenario', asked.scenario);
  const simulator = startService(
    'simulator',
    ['simulator/main.ts', '--port', `${simulatorPort}`, ...clinic],
    env,
  );
  const servers: Service[] = [];
  const startServer = async (): Promise<void> => {
    const settings = {
      ...env,
      CLOCK: clockOf(folder) ?? asked.clock,
      SIMULATED_FHIR_URL: fhirUrl,
      PORT: `${serverPort}`,
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
    };
    servers.push(startService('server', ['server/main.ts'], settings));
    await waitForAnswer(`${serverUrl}/api/health`, timeToStart());
  };
  const stopServer = (): Promise<void> => endServices(servers.splice(0));
  const stop = async (): Promise<void> => {
    await endServices([simulator, ...servers]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitForAnswer(`${fhirUrl}/metadata`, timeToStart());
    await startServer();
  } catch (error) {
    await stop();
    throw error;
  }
  return { fhirUrl, serverUrl, folder, stop, stopServer, startServer };
}

const timeToStart = (): AbortSignal => AbortSignal.timeout(minutesToStart * 60_000);

/** A server writes down how far the clinic's time has come. */
function clockOf(folder: string): string | undefined {
  const kept = join(folder, 'clinic-clock');
  return existsSync(kept) ? readFileSync(kept, 'utf8') : undefined;
}

interface Health {
  status: string;
  now: string;
  sync: { asOf: string | null; historyComplete: boolean } | null;
}

export async function healthOf(serverUrl: string): Promise<Health> {
  const answer = await ask(`${serverUrl}/api/health`);
  return (await answer.json()) as Health;
}

/** Waits until the server's clock, which may be behind the endpoint's, has passed an instant. */
export async function untilPast(serverUrl: string, instant: string): Promise<void> {
  while (Date.parse((await healthOf(serverUrl)).now) <= Date.parse(instant)) await wait(500);
}

/** Waits until the server has read everything, up to the clinic's instant given. */
export async function untilRead(serverUrl: string, instant = ''): Promise<void> {
  for (;;) {
    const { sync } = await healthOf(serverUrl);
    if (sync?.historyComplete && (sync.asOf ?? '') >= instant) return;
    await wait(500);
  }
}
