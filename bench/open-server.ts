import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Role } from '../domain/access/access.contract.ts';
import { findPersonas } from '../server/access/personas.queries.ts';
import { signIn } from '../server/access/sign-ins.queries.ts';
import { buildApp } from '../server/app.ts';
import type { Source } from '../server/data-sources/source-records.ts';
import type { Database } from '../server/database/database.ts';
import type { Reader } from '../server/database/reader.ts';
import { openChanges } from '../server/events/changes.ts';

const cookieName = 'throughline-bench';

/** A server over a filled database, asked over HTTP as the dashboard asks it. */
export async function openServer(database: Database, source: Source, clinicNow: Date) {
  const clock = { now: () => clinicNow };
  const changes = await openChanges(database);
  const demo = { simulated: true, demoSignIn: true, pollSeconds: 60, cookieName };
  const app = await buildApp(
    { database, clock, source, changes, ...demo, readSoon: () => undefined },
    { logLevel: 'silent' },
  );
  const agent = new Agent({ keepAlive: true });
  const base = await app.listen({ port: 0, host: '127.0.0.1' });

  /** The bytes of the answer's body as they came over the wire. */
  const bytesOf = async (url: string, headers: Record<string, string>): Promise<number> => {
    const asked = request(url, { agent, headers });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    let bytes = 0;
    for await (const chunk of answer) bytes += (chunk as Buffer).length;
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
    return bytes;
  };

  const cookieOf = async (reader: Reader): Promise<string> =>
    `${cookieName}=${await signIn(database, reader)}`;

  return {
    bytesOf,
    persona: async (role: Role): Promise<Reader> => {
      const reader = (await findPersonas(database)).get(role);
      if (!reader) throw new Error(`The clinic has no ${role} with clients.`);
      return reader;
    },
    base,
    cookieOf,
    asker: async (reader: Reader, path: string) => {
      const headers = { cookie: await cookieOf(reader), 'accept-encoding': 'br' };
      return () => bytesOf(base + path, headers);
    },
    close: async (): Promise<void> => {
      agent.destroy();
      await app.close();
    },
  };
}
