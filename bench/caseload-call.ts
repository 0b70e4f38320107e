import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { sql } from 'kysely';
import type { Source } from '../server/data-sources/source-records.ts';
import type { Database } from '../server/database/database.ts';
import { openServer } from './open-server.ts';
import type { Result } from './result.ts';
import { timingsOf } from './timings.ts';

const warmUps = 50;
const calls = 300;

/** The busiest counselor's caseload over HTTP, and what the machine needs for its bare parts. */
export async function caseloadCall(
  database: Database,
  source: Source,
  clinicNow: Date,
  about: string,
): Promise<Result[]> {
  const server = await openServer(database, source, clinicNow);
  const bare = Fastify();
  try {
    const counselor = await server.persona('counselor');
    const ask = await server.asker(counselor, '/api/caseload');
    const answer = await ask();
    const lines = Array.from({ length: 40 }, (_, id) => ({
      id,
      name: 'A bare row',
      value: id / 40,
    }));
    bare.get('/', () => lines);
    await bare.listen({ port: 0, host: '127.0.0.1' });
    const { port } = bare.server.address() as AddressInfo;
    const askBare = () => server.bytesOf(`http://127.0.0.1:${port}/`, {});
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
    await bare.close();
    await server.close();
  }
}
