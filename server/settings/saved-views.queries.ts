import { sql } from 'kysely';
import type { NewSavedView, SavedView } from '#domain/settings/saved-view.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** More than anybody finds again in a menu. */
export const MOST_VIEWS = 50;

/** Whose: the policy knows the person and the role; people who are no staff go by their name as well. */
const own = ({ organizationId, role, staffId, name }: Reader) =>
  sql`organization_id = ${organizationId} AND role = ${role} AND staff_id IS NOT DISTINCT FROM ${staffId}::uuid
      AND (staff_id IS NOT NULL OR reader_name = ${name})`;

const VIEW = sql`id, page, name, query`;

export async function findSavedViews(scoped: Scoped, reader: Reader): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    SELECT ${VIEW} FROM saved_view WHERE ${own(reader)} ORDER BY lower(name), id`.execute(scoped);
  return rows;
}

/** `null` when there are as many as there may be. */
export async function saveView(
  scoped: Scoped,
  reader: Reader,
  { page, name, query }: NewSavedView,
): Promise<SavedView | null> {
  const { organizationId, role, staffId, name: readerName } = reader;
  const { rows } = await sql<SavedView>`
    INSERT INTO saved_view (organization_id, role, staff_id, reader_name, page, name, query)
    SELECT ${organizationId}, ${role}, ${staffId}::uuid, ${readerName}, ${page}, ${name.trim()}, ${query}
     WHERE (SELECT count(*) FROM saved_view WHERE ${own(reader)}) < ${MOST_VIEWS}
    RETURNING ${VIEW}`.execute(scoped);
  return rows[0] ?? null;
}

/** `null` when there is none of theirs. */
export async function renameView(
  scoped: Scoped,
  reader: Reader,
  id: string,
  name: string,
): Promise<SavedView | null> {
  const { rows } = await sql<SavedView>`
    UPDATE saved_view SET name = ${name.trim()} WHERE ${own(reader)} AND id = ${id}
    RETURNING ${VIEW}`.execute(scoped);
  return rows[0] ?? null;
}

/** Whether there was one of theirs to delete. */
export async function deleteView(scoped: Scoped, reader: Reader, id: string): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM saved_view WHERE ${own(reader)} AND id = ${id} RETURNING id`.execute(scoped);
  return rows.length > 0;
}
