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
import { READ_TYPES } from './translators.ts';

interface SourceRow {
  id: string;
  name: string;
  kind: string;
  simulated: boolean;
  watermark: string | null;
  history_complete: boolean;
  last_read_at: string | null;
  late_because: string | null;
  resources: number;
  held_back: number;
}

/** The connections, what came, what was held back and why. */
export async function findDataSources(
  scoped: Scoped,
  { clock, pollSeconds, source: { organizationId } }: Throughline,
): Promise<DataSources> {
  const now = clock.now();
  const { rows: sources } = await sql<SourceRow>`
    SELECT d.id, d.name, d.kind, d.simulated, d.watermark, d.history_complete, d.last_read_at, d.late_because,
           (SELECT coalesce(sum(c.resources), 0) FROM received_count c
             WHERE c.organization_id = d.organization_id AND c.source_id = d.id) AS resources,
           (SELECT count(*) FROM held_back h
             WHERE h.organization_id = d.organization_id AND h.source_id = d.id AND NOT h.set_aside) AS held_back
      FROM data_source d WHERE d.organization_id = ${organizationId} ORDER BY d.name`.execute(
    scoped,
  );
  const { rows: runs } = await sql<SyncRun & { sourceId: string }>`
    SELECT id, source_id AS "sourceId", started_at AS "startedAt", ended_at AS "endedAt", outcome, message, received, changed, held_back AS "heldBack"
      FROM sync_run WHERE organization_id = ${organizationId} ORDER BY started_at DESC LIMIT 12`.execute(
    scoped,
  );
  const counts = await countByType(scoped, organizationId);
  const heldBack = await findHeldBack(scoped, organizationId);
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
      lastRun: runs.find(({ sourceId }) => sourceId === row.id) ?? null,
      // What came from files comes again only when somebody imports it.
      nextRunAt:
        row.last_read_at && row.kind !== 'Files'
          ? new Date(Date.parse(row.last_read_at) + pollSeconds * 1000).toISOString()
          : null,
      resources: row.resources,
      heldBack: row.held_back,
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
           CASE WHEN r.resource_type = ANY(${READ_TYPES}::text[])
                THEN r.received - coalesce(h.held_back, 0) - coalesce(h.set_aside, 0) ELSE 0 END AS used,
           coalesce(h.held_back, 0) AS "heldBack", coalesce(h.set_aside, 0) AS "setAside"
      FROM (SELECT resource_type, sum(resources) AS received FROM received_count
             WHERE organization_id = ${organizationId} GROUP BY 1) r
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
