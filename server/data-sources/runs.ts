import { sql } from 'kysely';
import type { SyncRun } from '#domain/data-sources/data-sources.contract';
import type { Scoped } from '../database/database.ts';
import type { Source } from './source-records.ts';

/** Begins a run; one that a stopped server left behind is closed. */
export async function beginRun(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  at: Date,
  message: string,
): Promise<string> {
  await sql`
    UPDATE sync_run SET outcome = 'failed', ended_at = ${at.toISOString()},
           message = 'The server was stopped meanwhile. The read went on where it was.'
     WHERE organization_id = ${organizationId} AND source_id = ${sourceId} AND outcome = 'running'`.execute(
    scoped,
  );
  const { rows } = await sql<{ id: string }>`
    INSERT INTO sync_run (organization_id, source_id, started_at, outcome, message)
    VALUES (${organizationId}, ${sourceId}, ${at.toISOString()}, 'running', ${message}) RETURNING id`.execute(
    scoped,
  );
  return rows[0]?.id ?? '';
}

export async function endRun(
  scoped: Scoped,
  { organizationId }: Source,
  runId: string,
  { at, outcome, message }: { at: Date; outcome: SyncRun['outcome']; message: string },
): Promise<void> {
  await sql`
    UPDATE sync_run SET ended_at = ${at.toISOString()}, outcome = ${outcome}, message = ${message}
     WHERE organization_id = ${organizationId} AND id = ${runId}`.execute(scoped);
}
