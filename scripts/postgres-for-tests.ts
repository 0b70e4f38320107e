import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';

export interface PostgresForTests {
  url: string;
  stop: () => Promise<void>;
}

/** The server named by DATABASE_URL, else a private throw-away one; a sentence where there is none. */
export async function postgresForTests(): Promise<PostgresForTests | string> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, stop: () => Promise.resolve() };

  const programs = findPrograms();
  if (!programs) {
    return 'no PostgreSQL here (Debian: apt-get install postgresql, or set DATABASE_URL)';
  }
  const account = accountToRunAs();
  if (!account) return 'PostgreSQL refuses to run as root, and there is no user postgres';
  return startCluster(programs, account);
}

function findPrograms(): string | undefined {
  const debian = globSync('/usr/lib/postgresql/*/bin').sort((a, b) =>
    b.localeCompare(a, 'en', { numeric: true }),
  );
  const folders = [...debian, ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL does not start as root: then the account that its package brings. */
function accountToRunAs(): { uid?: number; gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

async function startCluster(
  programs: string,
  account: { uid?: number; gid?: number },
): Promise<PostgresForTests> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(folder, account.uid, account.gid);
  }
  const initdb = ['-D', folder, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'];
  execFileSync(join(programs, 'initdb'), [...initdb, '--no-sync'], {
    ...account,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const noWaiting = ['synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];
  const options = [...settings, ...noWaiting].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(programs, 'postgres'), ['-D', folder, '-p', `${port}`, ...options], {
    ...account,
    cwd: folder,
    // Away from the terminal's Ctrl-C: whoever started it stops it, after its last client has gone.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  const endWithUs = (): void => void server.kill('SIGQUIT');
  process.once('exit', endWithUs);

  const stop = async (): Promise<void> => {
    if (server.exitCode === null) server.kill('SIGINT');
    await ended;
    process.off('exit', endWithUs);
    rmSync(folder, { recursive: true });
  };
  const said = await readUntilReady(server.stderr);
  if (said !== undefined) {
    await stop();
    throw new Error(`PostgreSQL for the tests did not start:\n${said}`);
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

/** Undefined once it takes connections; what it said, where it ended before that. */
async function readUntilReady(log: NodeJS.ReadableStream): Promise<string | undefined> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: log })) {
    lines.push(line);
    if (line.includes('ready to accept connections')) {
      log.resume();
      return undefined;
    }
  }
  return lines.join('\n');
}
