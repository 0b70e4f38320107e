import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { signIn } from '../server/access/sign-ins.queries.ts';
import { findPersonas } from '../server/access/personas.queries.ts';
import { buildApp } from '../server/app.ts';
import type { Source } from '../server/data-sources/source-records.ts';
import type { Database } from '../server/database/database.ts';
import { openChanges } from '../server/events/changes.ts';
import type { Result } from './result.ts';
import { timingsOf } from './timings.ts';

const warmUps = 50;
const calls = 300;
const cookieName = 'throughline-bench';

/** The busiest counselor's caseload over HTTP, and what the machine needs for its bare parts. */
export async function caseloadCall(
  database: Database,
  source: Source,
  clinicNow: Date,
  about: string,
): Promise<Result[]> {
  const clock = { now: () => clinicNow };
  const changes = await openChanges(database);
  const demo = { simulated: true, demoSignIn: true, pollSeconds: 60, cookieName };
  const app = await buildApp(
    { database, clock, source, changes, ...demo, readSoon: () => undefined },
    { logLevel: 'silent' },
  );
  const bare = Fastify();
  const agent = new Agent({ keepAlive: true });
  try {
    const counselor = (await findPersonas(database)).get('counselor');
    if (!counselor) throw new Error('The clinic has no counselor with clients.');
    const token = await signIn(database, counselor);
    const headers = { cookie: `${cookieName}=${token}`, 'accept-encoding': 'br' };
    const base = await app.listen({ port: 0, host: '127.0.0.1' });
    const ask = () => get(agent, `${base}/api/caseload`, headers);

    const answer = await ask();
    const lines = Array.from({ length: 40 }, (_, id) => ({
      id,
      name: 'A bare row',
      value: id / 40,
    }));
    bare.get('/', () => lines);
    await bare.listen({ port: 0, host: '127.0.0.1' });
    const { port } = bare.server.address() as AddressInfo;
    const askBare = () => get(agent, `http://127.0.0.1:${port}/`, {});
    const selectOne = () => database.read(counselor, (scoped) => sql`SELECT 1`.execute(scoped));

    for (const work of [ask, askBare, selectOne]) await timingsOf(warmUps, work);
    const measured = await timingsOf(calls, ask);
    const query = await timingsOf(calls, selectOne);
    const route = await timingsOf(calls, askBare);
    const target = database.kind === 'pglite' ? 'p95 ≤ 12' : 'p95 ≤ 6';
    return [
      {
        what: `Caseload call, ${about}`,
        target,
        measured,
        unit: 'ms',
        floor: { what: 'SELECT 1 as the reader', measured: query },
      },
      {
        what: `Caseload call, ${about}`,
        target,
        measured,
        unit: 'ms',
        floor: { what: 'bare route, 40 rows', measured: route },
      },
      { what: `Caseload answer, ${about}`, target: '≤ 5', measured: answer / 1000, unit: 'kB br' },
    ];
  } finally {
    agent.destroy();
    await bare.close();
    await app.close();
  }
}

/** The bytes of the answer's body as they came over the wire. */
async function get(agent: Agent, url: string, headers: Record<string, string>): Promise<number> {
  const asked = request(url, { agent, headers });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
  return bytes;
}
