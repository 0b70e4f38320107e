import { sql } from 'kysely';
import type { ChangedView, NewSavedView, SavedView } from '#domain/settings/saved-view.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** More than anybody finds again in a menu. */
export const MOST_VIEWS = 50;

/** Whose: the policy knows the person and the role; people who are no staff go by their name as well. */
const own = ({ organizationId, role, staffId, name }: Reader) =>
  sql`organization_id = ${organizationId} AND role = ${role} AND staff_id IS NOT DISTINCT FROM ${staffId}::uuid
      AND (staff_id IS NOT NULL OR reader_name = ${name})`;

const VIEW = sql`id, page, name, query, shared`;

/** Their own, and what colleagues share: whose those may be is the policy's to say. */
export async function findSavedViews(scoped: Scoped, reader: Reader): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    SELECT ${VIEW}, CASE WHEN NOT (${own(reader)}) THEN reader_name END AS by
      FROM saved_view WHERE organization_id = ${reader.organizationId} AND (shared OR (${own(reader)}))
     ORDER BY lower(name), id`.execute(scoped);
  return rows;
}

/** `null` when there are as many as there may be. */
export async function saveView(
  scoped: Scoped,
  reader: Reader,
  { page, name, query, shared }: NewSavedView,
): Promise<SavedView | null> {
  const { organizationId, role, staffId, name: readerName } = reader;
  const { rows } = await sql<SavedView>`
    INSERT INTO saved_view (organization_id, role, staff_id, reader_name, page, name, query, shared)
    SELECT ${organizationId}, ${role}, ${staffId}::uuid, ${readerName}, ${page}, ${name.trim()}, ${query}, ${shared}
     WHERE (SELECT count(*) FROM saved_view WHERE ${own(reader)}) < ${MOST_VIEWS}
    RETURNING ${VIEW}, NULL AS by`.execute(scoped);
  return rows[0] ?? null;
}

/** `null` when there is none of theirs. */
export async function changeView(
  scoped: Scoped,
  reader: Reader,
  id: string,
  { name, shared }: ChangedView,
): Promise<SavedView | null> {
  const { rows } = await sql<SavedView>`
    UPDATE saved_view SET name = ${name.trim()}, shared = ${shared} WHERE ${own(reader)} AND id = ${id}
    RETURNING ${VIEW}, NULL AS by`.execute(scoped);
  return rows[0] ?? null;
}

/** Whether there was one of theirs to delete. */
export async function deleteView(scoped: Scoped, reader: Reader, id: string): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM saved_view WHERE ${own(reader)} AND id = ${id} RETURNING id`.execute(scoped);
  return rows.length > 0;
}
