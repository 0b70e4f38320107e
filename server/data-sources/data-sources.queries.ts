import { sql } from 'kysely';
import type {
  DataSource,
  DataSources,
  HeldBack,
  ResourceCount,
  SyncRun,
} from '#domain/data-sources/data-sources.contract';
import type { Scoped } from '../database/database.ts';
import type { Throughline } from '../plugins/throughline.ts';

interface SourceRow {
  id: string;
  name: string;
  kind: string;
  simulated: boolean;
  watermark: string | null;
  history_complete: boolean;
  last_read_at: string | null;
  late_because: string | null;
}

/** The connections, what came, what was held back and why. */
export async function findDataSources(
  scoped: Scoped,
  { clock, pollSeconds, source: { organizationId } }: Throughline,
): Promise<DataSources> {
  const now = clock.now();
  const { rows: sources } = await sql<SourceRow>`
    SELECT id, name, kind, simulated, watermark, history_complete, last_read_at, late_because
      FROM data_source WHERE organization_id = ${organizationId} ORDER BY name`.execute(scoped);
  const { rows: runs } = await sql<SyncRun>`
    SELECT id, started_at AS "startedAt", ended_at AS "endedAt", outcome, message, received, changed, held_back AS "heldBack"
      FROM sync_run WHERE organization_id = ${organizationId} ORDER BY started_at DESC LIMIT 12`.execute(
    scoped,
  );
  const counts = await countByType(scoped, organizationId);
  const heldBack = await findHeldBack(scoped, organizationId);
  const total = (key: 'received' | 'heldBack') =>
    counts.reduce((sum, count) => sum + count[key], 0);
  return {
    now: now.toISOString(),
    sources: sources.map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      simulated: row.simulated,
      state: stateOf(row),
      asOf: row.watermark,
      historyComplete: row.history_complete,
      lastRun: runs[0] ?? null,
      nextRunAt: row.last_read_at
        ? new Date(Date.parse(row.last_read_at) + pollSeconds * 1000).toISOString()
        : null,
      resources: total('received'),
      heldBack: total('heldBack'),
    })),
    counts,
    heldBack,
    runs,
  };
}

function stateOf({ watermark, history_complete, late_because }: SourceRow): DataSource['state'] {
  if (late_because) return 'late';
  if (history_complete) return 'up-to-date';
  return watermark ? 'reading' : 'not-read';
}

async function countByType(scoped: Scoped, organizationId: string): Promise<ResourceCount[]> {
  const { rows } = await sql<ResourceCount>`
    SELECT r.resource_type AS "resourceType", r.received,
           r.received - coalesce(h.held_back, 0) - coalesce(h.set_aside, 0) AS used,
           coalesce(h.held_back, 0) AS "heldBack", coalesce(h.set_aside, 0) AS "setAside"
      FROM (SELECT resource_type, count(*) AS received FROM identity
             WHERE organization_id = ${organizationId} AND resource_type <> 'session' GROUP BY 1) r
      LEFT JOIN (SELECT resource_type, count(*) FILTER (WHERE NOT set_aside) AS held_back,
                        count(*) FILTER (WHERE set_aside) AS set_aside
                   FROM held_back WHERE organization_id = ${organizationId} GROUP BY 1) h USING (resource_type)
     ORDER BY r.received DESC, r.resource_type`.execute(scoped);
  return rows;
}

async function findHeldBack(scoped: Scoped, organizationId: string): Promise<HeldBack[]> {
  const { rows } = await sql<HeldBack>`
    SELECT resource_type AS "resourceType", reason, effect, count(*) AS count, min(since) AS since,
           (array_agg(identity_id::text ORDER BY since DESC, identity_id))[1:5] AS "recordIds"
      FROM held_back WHERE organization_id = ${organizationId} AND NOT set_aside
     GROUP BY 1, 2, 3 ORDER BY count DESC, reason`.execute(scoped);
  return rows;
}
