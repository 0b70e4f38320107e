import { sql } from 'kysely';
import type { NewProcessChange, ProcessChange } from '#domain/measures/process-change.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** The changes that hold for a site, or for all of them, in order. */
export async function findProcessChanges(
  scoped: Scoped,
  { organizationId }: Reader,
  siteId: string | undefined,
): Promise<ProcessChange[]> {
  const { rows } = await sql<ProcessChange>`
    SELECT id, day, words, site_id AS "siteId", made_by AS by FROM process_change
     WHERE organization_id = ${organizationId} AND withdrawn_at IS NULL
       AND (site_id IS NULL OR site_id = ${siteId ?? null}::uuid)
     ORDER BY day, id`.execute(scoped);
  return rows;
}

/** Marks a change; `null` when the site is none of the organization's. */
export async function markProcessChange(
  scoped: Scoped,
  { organizationId, staffId, name }: Reader,
  { day, words, siteId }: NewProcessChange,
): Promise<ProcessChange | null> {
  const { rows } = await sql<ProcessChange>`
    INSERT INTO process_change (organization_id, day, words, site_id, made_by, made_by_staff)
    SELECT ${organizationId}, ${day}, ${words}, ${siteId}::uuid, ${name}, ${staffId}::uuid
     WHERE ${siteId}::uuid IS NULL
        OR EXISTS (SELECT FROM site WHERE site.organization_id = ${organizationId} AND site.id = ${siteId}::uuid)
    RETURNING id, day, words, site_id AS "siteId", made_by AS by`.execute(scoped);
  return rows[0] ?? null;
}

/** Whether there was such a change to withdraw. */
export async function withdrawProcessChange(
  scoped: Scoped,
  { organizationId, name }: Reader,
  id: string,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE process_change SET withdrawn_by = ${name}, withdrawn_at = now()
     WHERE organization_id = ${organizationId} AND id = ${id} AND withdrawn_at IS NULL
    RETURNING id`.execute(scoped);
  return rows.length > 0;
}
