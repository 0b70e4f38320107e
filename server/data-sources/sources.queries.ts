import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import type { Source } from './source-records.ts';

export interface SourceState {
  watermark: string | null;
  history_complete: boolean;
}

interface SourceAsked {
  kind?: 'FHIR R4' | 'Files';
  name: string;
  baseUrl: string;
  simulated: boolean;
}

/** The organization and its source, made at the first start. */
export async function ensureSource(
  database: Database,
  { kind = 'FHIR R4', name, baseUrl, simulated }: SourceAsked,
): Promise<Source> {
  const organizationId = await database.own(async (scoped) => {
    const { rows } = await sql<{ id: string }>`
      INSERT INTO organization (name)
      SELECT 'Organization' WHERE NOT EXISTS (SELECT FROM organization) RETURNING id`.execute(
      scoped,
    );
    if (rows[0]) return rows[0].id;
    const known = await sql<{ id: string }>`SELECT id FROM organization LIMIT 1`.execute(scoped);
    return known.rows[0]?.id ?? '';
  });
  return database.sync(organizationId, async (scoped) => {
    // A simulated clinic answers on another port each time; it stays the same source.
    const { rows: known } = await sql<{ id: string }>`
      UPDATE data_source SET base_url = ${baseUrl}
       WHERE organization_id = ${organizationId} AND (base_url = ${baseUrl} OR (simulated AND ${simulated}))
       RETURNING id`.execute(scoped);
    if (known[0]) return { organizationId, sourceId: known[0].id };
    const { rows } = await sql<{ id: string }>`
      INSERT INTO data_source (organization_id, kind, name, base_url, simulated)
      VALUES (${organizationId}, ${kind}, ${name}, ${baseUrl}, ${simulated}) RETURNING id`.execute(
      scoped,
    );
    return { organizationId, sourceId: rows[0]?.id ?? '' };
  });
}

export async function sourceState(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
): Promise<SourceState> {
  const { rows } = await sql<SourceState>`
    SELECT watermark, history_complete FROM data_source
     WHERE organization_id = ${organizationId} AND id = ${sourceId}`.execute(scoped);
  return rows[0] ?? { watermark: null, history_complete: false };
}

const LEASE_SECONDS = 60;

/** Takes, or keeps, the right to read the source; false while another server has it. */
export async function takeLease(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  holder: string,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE data_source SET lease_holder = ${holder}, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
     WHERE organization_id = ${organizationId} AND id = ${sourceId}
       AND (lease_holder = ${holder} OR lease_until IS NULL OR lease_until < now())
     RETURNING id`.execute(scoped);
  return rows.length > 0;
}

/** The embedded database is this process's alone: a lease in it is that of one which was killed. */
export async function dropLeases(database: Database): Promise<void> {
  for (const { source } of await findSources(database))
    await database.sync(source.organizationId, (scoped) =>
      sql`UPDATE data_source SET lease_holder = NULL, lease_until = NULL`.execute(scoped),
    );
}

/** Lets another server read at once, instead of when the lease runs out. */
export async function endLease(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  holder: string,
): Promise<void> {
  await sql`UPDATE data_source SET lease_holder = NULL, lease_until = NULL
             WHERE organization_id = ${organizationId} AND id = ${sourceId} AND lease_holder = ${holder}`.execute(
    scoped,
  );
}

/** Every source there is, with where it answers. */
export async function findSources(
  database: Database,
): Promise<{ source: Source; kind: string; baseUrl: string }[]> {
  const { rows } = await database.gate((scoped) =>
    sql<{ organization_id: string; id: string; kind: string; base_url: string }>`
      SELECT organization_id, id, kind, base_url FROM data_source ORDER BY name`.execute(scoped),
  );
  return rows.map(({ organization_id, id, kind, base_url }) => ({
    kind,
    source: { organizationId: organization_id, sourceId: id },
    baseUrl: base_url,
  }));
}

/** Whether a server holds the lease on a source. */
export function sourceInUse(
  database: Database,
  { organizationId, sourceId }: Source,
): Promise<boolean> {
  return database.sync(organizationId, async (scoped) => {
    const { rows } = await sql`
      SELECT FROM data_source WHERE organization_id = ${organizationId} AND id = ${sourceId}
         AND lease_until > now()`.execute(scoped);
    return rows.length > 0;
  });
}
