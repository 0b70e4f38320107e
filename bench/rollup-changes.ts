import { sql } from 'kysely';
import type { AttendanceRow } from '../server/attendance/attendance-row.ts';
import { applyChange } from '../server/attendance/rollups.ts';
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
  const recorded = await database.sync(organizationId, async (scoped) => {
    const { rows } = await sql<AttendanceRow>`
      SELECT * FROM attendance WHERE organization_id = ${organizationId}
       ORDER BY record_id LIMIT ${changes}`.execute(scoped);
    return rows;
  });
  let before = recorded;
  let after: AttendanceRow[] = recorded.map((one) => ({ ...one, outcome: 'no-show' }));
  const measured = await timingsOf(runs, async () => {
    await database.sync(organizationId, (scoped) =>
      applyChange(scoped, organizationId, before, after),
    );
    [before, after] = [after, before];
  });
  return {
    what: `Rollups after ${changes} changes, ${about}`,
    target: '≤ 50',
    measured,
    unit: 'ms',
  };
}
