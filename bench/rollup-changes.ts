import { sql } from 'kysely';
import { applyChange, countedOf } from '../server/attendance/rollups.ts';
import type { Source } from '../server/data-sources/source-records.ts';
import type { Database } from '../server/database/database.ts';
import type { Result } from './result.ts';
import { timingsOf } from './timings.ts';

const changes = 1000;
const runs = 10;

/** The rollups after a thousand recorded outcomes have changed, there and back again. */
export async function rollupChanges(
  database: Database,
  { organizationId }: Source,
  about: string,
): Promise<Result> {
  const ids = await database.sync(organizationId, async (scoped) => {
    const { rows } = await sql<{ id: string }>`
      SELECT record_id AS id FROM attendance WHERE organization_id = ${organizationId}
       ORDER BY record_id LIMIT ${changes}`.execute(scoped);
    return rows.map(({ id }) => id);
  });
  let back = false;
  const measured = await timingsOf(runs, () =>
    database.sync(organizationId, async (scoped) => {
      const now = await countedOf(scoped, organizationId, ids);
      const changed = now.map((one) => ({ ...one, outcome: 'no-show' as const }));
      const [before, after] = back ? [changed, now] : [now, changed];
      await applyChange(scoped, organizationId, before, after);
      back = !back;
    }),
  );
  return {
    what: `Rollups after ${changes} changes, ${about}`,
    target: '≤ 50',
    measured,
    unit: 'ms',
  };
}
