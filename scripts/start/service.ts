import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const endWithParent = join(import.meta.dirname, 'end-with-parent.mjs');
const secondsToEnd = 10;

export interface Service {
  name: string;
  child: ChildProcess;
  ended: Promise<void>;
}

/** Starts one of our programs beside this one; what it says goes to the same terminal. */
export function startService(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Service {
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return { name, child, ended: once(child, 'exit').then(() => undefined) };
}

/** Asks every service to end, and does not wait for ever. */
export async function endServices(services: readonly Service[]): Promise<void> {
  const ends = services.map(async ({ child, ended }) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const tooLong = setTimeout(() => child.kill('SIGKILL'), secondsToEnd * 1000);
    await ended;
    clearTimeout(tooLong);
  });
  await Promise.all(ends);
}
