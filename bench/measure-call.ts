import { sql } from 'kysely';
import type { Source } from '../server/data-sources/source-records.ts';
import type { Database } from '../server/database/database.ts';
import { openServer } from './open-server.ts';
import type { Result } from './result.ts';
import { timingsOf } from './timings.ts';

const warmUps = 3;
const calls = 20;
const half = 'from=2026-05-25&to=2026-11-22';

/** What the attendance pages ask, over HTTP, of half a year. */
export async function measureCalls(
  database: Database,
  source: Source,
  clinicNow: Date,
  about: string,
): Promise<Result[]> {
  const server = await openServer(database, source, clinicNow);
  try {
    const director = await server.persona('director');
    const selectOne = () => database.read(director, (scoped) => sql`SELECT 1`.execute(scoped));
    const floor = { what: 'SELECT 1 as the reader', measured: await timingsOf(calls, selectOne) };
    const asked = [
      ['Trend of all', '≤ 10', 'director', `/api/measures/attendance-sessions?${half}`],
      [
        'Trend of all, by site',
        '≤ 10',
        'director',
        `/api/measures/attendance-sessions?${half}&split=site`,
      ],
      [
        'Trend of one counselor',
        'p95 ≤ 25',
        'counselor',
        `/api/measures/attendance-sessions?${half}`,
      ],
      [
        'Rows behind the trend of all',
        'p95 ≤ 25',
        'director',
        `/api/measures/attendance-sessions/cases?${half}`,
      ],
      ['Sessions of two weeks', 'p95 ≤ 25', 'director', '/api/attendance/sessions'],
      ['Groups', 'p95 ≤ 25', 'supervisor', '/api/attendance/groups'],
      ['Dose', 'p95 ≤ 25', 'supervisor', `/api/attendance/dose?${half}`],
    ] as const;
    const results: Result[] = [];
    for (const [what, target, role, path] of asked) {
      const ask = await server.asker(await server.persona(role), path);
      await timingsOf(warmUps, ask);
      const measured = await timingsOf(calls, ask);
      results.push({ what: `${what}, ${about}`, target, measured, unit: 'ms', floor });
    }
    return results;
  } finally {
    await server.close();
  }
}
