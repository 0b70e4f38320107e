import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a running server does for `npm run admin`, by verb; returns the sentence to end with. */
export type Verbs = Record<
  string,
  (paths: readonly string[], say: (line: string) => void) => Promise<string>
>;

type Told = { say: string } | { done: string } | { failed: string };

const socketIn = (folder: string) => join(folder, 'control.sock');

/**
 * Listens in the data folder for `npm run admin`: an embedded database is one process's alone, so what
 * is asked of it while a server runs, the server does. Who may write to the folder may ask.
 */
export async function openControl(folder: string, verbs: Verbs): Promise<() => void> {
  const path = socketIn(folder);
  rmSync(path, { force: true });
  const server = createServer((socket) => void answer(socket, verbs));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return () => server.close();
}

async function answer(socket: Socket, verbs: Verbs): Promise<void> {
  // Whoever asked may be gone before the work is done.
  socket.on('error', () => undefined);
  const tell = (told: Told) => socket.write(`${JSON.stringify(told)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const { verb, paths } = JSON.parse(line) as { verb: string; paths: string[] };
    const work = verbs[verb];
    try {
      if (!work) throw new Error(`A running server cannot ${verb}. Stop it first.`);
      tell({ done: await work(paths, (said) => tell({ say: said })) });
    } catch (error) {
      tell({ failed: (error as Error).message });
    }
    socket.end();
    return;
  }
}

/** Asks the server that runs on this data folder; `null` where none does. */
export async function askServer(
  folder: string,
  verb: string,
  paths: readonly string[],
  say: (line: string) => void,
): Promise<string | null> {
  const socket = connect(socketIn(folder));
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!connected) return null;
  socket.write(`${JSON.stringify({ verb, paths })}\n`);
  for await (const line of createInterface({ input: socket })) {
    const told = JSON.parse(line) as Told;
    if ('say' in told) say(told.say);
    else if ('failed' in told) throw new Error(told.failed);
    else return told.done;
  }
  throw new Error('The server was stopped meanwhile. What it had taken in stays; ask again.');
}
