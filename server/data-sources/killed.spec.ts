import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../database/open-database.ts';
import { type FhirEndpoint, openFhirEndpoint } from '../testing/fhir-endpoint.fixture.ts';
import { createDatabase } from '../testing/database-on-server.fixture.ts';
import { type Kept, startServer } from '../testing/killable-server.fixture.ts';
import { booking, presence, smallClinic } from '../testing/small-clinic.fixture.ts';
import { DERIVED_TABLES } from './rebuild.ts';
import { dropLeases, findSources } from './sources.queries.ts';

/** As many are killed in each part of a read; KILLS=10 for a thorough look. */
const KILLS = Number(process.env['KILLS'] ?? 1);

test('a server that is killed while it reads comes to the same tables as one left in peace', async (t) => {
  const endpoint = await openFhirEndpoint();
  t.after(() => endpoint.close());
  endpoint.keepsHistory = true;
  endpoint.put('2026-11-16T12:00:00Z', ...smallClinic(), ...pastSessions());

  const [left, killed] = [await kept(t), await kept(t)];
  const requestsOfFirst = await readInPeace(endpoint, left);
  await killWhileReading(endpoint, killed, requestsOfFirst);
  await readInPeace(endpoint, killed);

  change(endpoint);
  const requestsOfChanges = await readInPeace(endpoint, left);
  await killWhileReading(endpoint, killed, requestsOfChanges);
  await readInPeace(endpoint, killed);

  const [expected, found] = [await tablesIn(left), await tablesIn(killed)];
  for (const [table, rows] of Object.entries(expected)) assert.deepEqual(found[table], rows, table);
  assert.ok((expected['attendance'] ?? []).length > 20);
  assert.ok(expected['episode']?.some((row) => row.includes('inferred-episode/Patient/ed')));
});

/** Lets a server read until nothing is left to read; returns how many requests that took. */
async function readInPeace(endpoint: FhirEndpoint, kept: Kept): Promise<number> {
  const before = endpoint.asked.length;
  const server = await startServer(kept, endpoint.baseUrl);
  const asOf = await server.upToDate();
  const requests = endpoint.asked.length - before;
  await server.upToDate(asOf);
  await server.stop();
  return requests;
}

/** Starts a server and kills it, again and again, each time after some more requests to the source. */
async function killWhileReading(endpoint: FhirEndpoint, kept: Kept, requests: number) {
  for (let kill = 1; kill <= KILLS; kill++) {
    const server = await startServer(kept, endpoint.baseUrl);
    await endpoint.askedMore(Math.max(1, Math.floor((requests * kill) / (KILLS + 1) / KILLS)));
    // Anywhere in the transaction that follows.
    await new Promise((resolve) => setTimeout(resolve, (kill * 13) % 40));
    await server.kill();
    await untilLeaseRanOut(kept);
  }
}

/** On a server of databases, the next one waits a minute for whoever was killed; nobody waits here. */
async function untilLeaseRanOut({ folder, databaseUrl }: Kept): Promise<void> {
  if (!databaseUrl) return;
  const database = await openDatabase({ url: databaseUrl, folder });
  await dropLeases(database);
  await database.close();
}

function pastSessions() {
  return ['2026-09-07', '2026-09-08', '2026-10-05', '2026-10-06', '2026-11-09'].flatMap((day) =>
    // The source tells of no episode of Ed.
    ['ada', 'bo', 'cy', 'ed'].flatMap((client) => [
      booking(`${client}-${day}`, client, day, 'booked'),
      presence(`${client}-${day}-there`, client, day, 170, {
        appointment: [{ reference: `Appointment/${client}-${day}` }],
      }),
    ]),
  );
}

function change(endpoint: FhirEndpoint): void {
  const at = '2026-11-18T13:01:30Z';
  for (const day of ['2026-09-07', '2026-10-05', '2026-11-09'])
    endpoint.put(
      at,
      booking(`ada-${day}`, 'ada', day, 'noshow'),
      presence(`bo-${day}-there`, 'bo', day, 60),
    );
  endpoint.put(at, booking('cy-wed', 'cy', '2026-11-18', 'fulfilled'));
  endpoint.remove(at, 'Appointment/ada-tue');
  endpoint.remove(at, 'Encounter/cy-2026-09-08-there');
}

/** When something was received differs from run to run, and so does which id was given. */
const OF_THE_RUN = [
  'received_at',
  'received_seq',
  'first_received_at',
  'first_recorded_at',
  'booking_recorded_at',
  'since',
];

async function tablesIn({ folder, databaseUrl }: Kept): Promise<Record<string, string[]>> {
  const database = await openDatabase({ url: databaseUrl, folder });
  const [{ source } = { source: { organizationId: '', sourceId: '' } }] =
    await findSources(database);
  const tables = await database.sync(source.organizationId, async (scoped) => {
    const { rows: identities } = await sql<{ id: string; name: string }>`
      SELECT id, concat(resource_type, '/', source_key) AS name FROM identity
       UNION ALL SELECT ${source.organizationId}::uuid, 'organization'
       UNION ALL SELECT ${source.sourceId}::uuid, 'source'`.execute(scoped);
    const names = new Map(identities.map(({ id, name }) => [id, name]));
    const idsNamed = (text: string) =>
      text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? id);
    // Of what has no resource of its own, the name holds an id as well.
    const named = (text: string) => idsNamed(idsNamed(text));
    const all: Record<string, string[]> = {};
    for (const table of [...DERIVED_TABLES, 'source_record']) {
      const { rows } = await sql<{ row: object }>`
        SELECT to_jsonb(t) - ${OF_THE_RUN}::text[] AS row FROM ${sql.table(table)} t`.execute(
        scoped,
      );
      all[table] = rows.map(({ row }) => named(JSON.stringify(row))).sort();
    }
    return all;
  });
  await database.close();
  return tables;
}

/** On the PostgreSQL of the tests where there is one. */
async function kept(t: TestContext): Promise<Kept> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-killed-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) return { folder, databaseUrl: null };
  const database = await createDatabase(server);
  t.after(() => database.drop());
  return { folder, databaseUrl: database.url };
}
