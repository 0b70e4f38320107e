import { sql } from 'kysely';
import type { Source } from '../server/data-sources/source-records.ts';
import type { Database } from '../server/database/database.ts';
import { completePage } from './complete-page.ts';
import { longCourse } from './long-course.ts';
import { openServer } from './open-server.ts';
import type { Result } from './result.ts';
import { timingsOf } from './timings.ts';

const warmUps = 20;
const calls = 100;

/** The page of a client who has come for two years, over HTTP, audit included. */
export async function clientPage(
  database: Database,
  source: Source,
  clinicNow: Date,
  about: string,
): Promise<Result[]> {
  const server = await openServer(database, source, clinicNow);
  try {
    const counselor = await server.persona('counselor');
    const clientId = await longCourse(database, counselor.staffId ?? '', clinicNow);
    const ask = await server.asker(counselor, `/api/clients/${clientId}`);
    const answer = await ask();
    const selectOne = () => database.read(counselor, (scoped) => sql`SELECT 1`.execute(scoped));
    for (const work of [ask, selectOne]) await timingsOf(warmUps, work);
    const what = `Client page, 2 years, 500 sessions, 120 scores, ${about}`;
    const measured = await timingsOf(calls, ask);
    const floor = { what: 'SELECT 1 as the reader', measured: await timingsOf(calls, selectOne) };
    const painted = await completePage(
      `${server.base}/clients/${clientId}`,
      await server.cookieOf(counselor),
      'app-episode-list',
    );
    return [
      { what, target: 'p95 ≤ 60', measured, unit: 'ms', floor },
      { what: `Its answer, ${about}`, target: '', measured: answer / 1000, unit: 'kB br' },
      {
        what: `Its first paint to the complete page, ${about}`,
        target: 'median ≤ 300',
        measured: painted,
        unit: 'ms',
      },
    ];
  } finally {
    await server.close();
  }
}
