import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { DERIVED_TABLES, rebuild } from './rebuild.ts';
import { Identities } from './identities.ts';
import { takeInPage } from './read-page.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const HOLDER = '00000000-0000-0000-0000-000000000001';

const change = fc.record({
  client: fc.constantFrom('ada', 'bo', 'cy'),
  day: fc.constantFrom('2026-11-02', '2026-11-16', '2026-11-17', '2026-11-18'),
  what: fc.oneof(
    fc
      .constantFrom('booked', 'noshow', 'fulfilled', 'cancelled', 'entered-in-error')
      .map((status) => ({ status })),
    fc.record({ minutes: fc.integer({ min: -20, max: 200 }), named: fc.boolean() }),
  ),
  by: fc.constantFrom('ruth', 'sam'),
});

test('whatever came, in whatever pages, a rebuild comes to identical tables', async () => {
  clinic = await openTestClinic();
  await clinic.sync.stop();
  let version = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      async (pages) => {
        for (const page of pages) {
          const resources = page.map(({ client, day, what, by }) => ({
            ...('status' in what
              ? booking(`${client}-${day}`, client, day, what.status as 'booked', { by })
              : presence(`there-${client}-${day}`, client, day, what.minutes, {
                  appointment: what.named ? [{ reference: `Appointment/${client}-${day}` }] : [],
                })),
            meta: { versionId: `g${++version}`, lastUpdated: '2026-11-15T12:00:00Z' },
          }));
          const how = {
            holder: HOLDER,
            receivedAt: new Date(Date.UTC(2026, 10, 18, 13, version)),
            live: false,
            ids: new Identities(),
          };
          await takeInPage(
            clinic.database,
            clinic.source,
            { resources },
            how,
            async () => undefined,
          );
        }
        const before = await tables();
        await rebuild(clinic.database, clinic.source.organizationId);
        const afterwards = await tables();
        for (const table of DERIVED_TABLES)
          assert.deepEqual(afterwards[table], before[table], table);
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
});

test('the rollups count what the attendances are', async () => {
  clinic = await openTestClinic();
  const sums = await clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql<{ rows: number; episode_week: number; program_week: number }>`
      SELECT (SELECT count(*) FROM attendance) AS rows,
             (SELECT sum(sessions) FROM episode_week) AS episode_week,
             (SELECT sum(sessions) FROM program_week) AS program_week`.execute(scoped);
    return rows[0];
  });
  assert.deepEqual(sums, { rows: 7, episode_week: 7, program_week: 7 });
});

async function tables(): Promise<Record<string, unknown[]>> {
  return clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const all: Record<string, unknown[]> = {};
    for (const table of DERIVED_TABLES) {
      const { rows } = await sql<{
        row: string;
      }>`SELECT t::text AS row FROM ${sql.table(table)} t ORDER BY 1`.execute(scoped);
      all[table] = rows.map(({ row }) => row);
    }
    return all;
  });
}
