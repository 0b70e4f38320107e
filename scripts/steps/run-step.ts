import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import type { CountTests, TestCounts } from './test-counts.ts';

export interface Step {
  name: string;
  command: readonly [program: string, ...args: string[]];
  env?: Record<string, string>;
  /** Only a runner of tests is counted; of any other step it matters whether it failed. */
  count?: CountTests;
}

export interface StepResult extends TestCounts {
  name: string;
  seconds: number;
  output: string;
}

const root = join(import.meta.dirname, '../..');
const programs = join(root, 'node_modules/.bin');
/** Whatever takes longer hangs, on the slowest and busiest of machines too. */
const limitInMinutes = 30;

/** Runs one program to its end, and keeps what it says. */
export async function runStep({ name, command, env, count }: Step): Promise<StepResult> {
  const startedAt = performance.now();
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`,
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      NG_CLI_ANALYTICS: 'false',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that its browsers and servers end with it.
    detached: true,
  });
  const end = (): void => endGroup(child.pid);
  process.once('exit', end);
  const tooLong = setTimeout(end, limitInMinutes * 60_000);

  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(tooLong);
  process.off('exit', end);
  end();

  const output = Buffer.concat(said).toString();
  const seconds = (performance.now() - startedAt) / 1000;
  return { name, seconds, output, ...judge(code === 0, count, output) };
}

/** A step that failed without a failed test, or that ran no test at all, is one failure. */
function judge(ended: boolean, count: CountTests | undefined, output: string): TestCounts {
  const counts = count ? count(output) : { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = count && (counts?.passed ?? 0) + (counts?.failed ?? 0) === 0;
  const unexplained = (!ended && !counts?.failed) || ranNothing;
  return {
    passed: counts?.passed ?? 0,
    failed: (counts?.failed ?? 0) + (unexplained ? 1 : 0),
    skipped: counts?.skipped ?? 0,
  };
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGTERM');
  } catch {
    // Nothing of the group is left, which is what was wanted.
  }
}
