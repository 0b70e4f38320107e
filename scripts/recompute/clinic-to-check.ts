import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { endServices, startService } from '../start/service.ts';
import { waitForAnswer } from '../start/wait-for-answer.ts';
import { ask } from './ask.ts';

const minutesToStart = 15;

export interface ClinicToCheck {
  fhirUrl: string;
  serverUrl: string;
  stop: () => Promise<void>;
}

export interface ClinicAsked {
  clock: string;
  clients: string;
  seed: string;
}

/** A simulated clinic and a server that reads it, on free ports with a folder of their own. */
export async function startClinicToCheck(asked: ClinicAsked): Promise<ClinicToCheck> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-recompute-'));
  const [simulatorPort, serverPort] = [await freePort(), await freePort()];
  const fhirUrl = `http://localhost:${simulatorPort}/fhir`;
  const serverUrl = `http://localhost:${serverPort}`;
  const env = { ...process.env, CLOCK: asked.clock };
  const clinic = ['--clients', asked.clients, '--seed', asked.seed];
  const services = [
    startService('simulator', ['simulator/main.ts', '--port', `${simulatorPort}`, ...clinic], env),
  ];
  const stop = async (): Promise<void> => {
    await endServices(services);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const signal = AbortSignal.timeout(minutesToStart * 60_000);
    await waitForAnswer(`${fhirUrl}/metadata`, signal);
    const server = {
      ...env,
      SIMULATED_FHIR_URL: fhirUrl,
      PORT: `${serverPort}`,
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
    };
    services.push(startService('server', ['server/main.ts'], server));
    await waitForAnswer(`${serverUrl}/api/health`, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { fhirUrl, serverUrl, stop };
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

/** Waits until the server has read everything, up to the clinic's instant given. */
export async function untilRead(serverUrl: string, instant = ''): Promise<void> {
  for (;;) {
    const { sync } = await healthOf(serverUrl);
    if (sync?.historyComplete && (sync.asOf ?? '') >= instant) return;
    await wait(500);
  }
}
