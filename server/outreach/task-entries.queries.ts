import { sql } from 'kysely';
import type { NewTaskEntry } from '#domain/outreach/task.contract';
import { ownKey, type TaskEntry } from '#domain/outreach/task-state';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { isInReach } from './contacts.queries.ts';

/** What people did about the tasks that the reader may see, in the order it was done. */
export async function findTaskEntries(
  scoped: Scoped,
  { organizationId }: Reader,
  asOf: Date,
): Promise<TaskEntry[]> {
  const { rows } = await sql<Omit<TaskEntry, 'at'> & { at: string }>`
    SELECT id, task_key AS key, client_id AS "clientId", act, words, owner_staff AS "ownerId", due_on AS "dueOn",
           made_by AS by, made_at AS at
      FROM task_entry
     WHERE organization_id = ${organizationId} AND made_at <= ${asOf.toISOString()}::timestamptz
     ORDER BY seq`.execute(scoped);
  return rows.map((row) => ({ ...row, at: Date.parse(row.at) }));
}

/** Keeps what somebody did about a task; sent twice it is kept once. False where the client is out of reach. */
export async function writeTaskEntry(
  scoped: Scoped,
  reader: Reader,
  entry: NewTaskEntry,
  now: Date,
): Promise<boolean> {
  if (entry.clientId !== null && !(await isInReach(scoped, reader, entry.clientId))) return false;
  const key = entry.act === 'made' ? ownKey(entry.id) : entry.key;
  const words = 'words' in entry ? entry.words.trim() : null;
  const dueOn = 'dueOn' in entry ? entry.dueOn : null;
  await sql`
    INSERT INTO task_entry (organization_id, id, task_key, client_id, act, words, owner_staff, due_on,
                            made_by, made_by_staff, made_at)
    VALUES (${reader.organizationId}, ${entry.id}, ${key}, ${entry.clientId}::uuid, ${entry.act}, ${words},
            ${ownerOf(entry, reader)}::uuid, ${dueOn}, ${reader.name}, ${reader.staffId}::uuid, ${now.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
  return true;
}

/** Who names nobody means themselves. */
function ownerOf(entry: NewTaskEntry, { staffId }: Reader): string | null {
  if (entry.act === 'made') return entry.ownerId ?? staffId;
  return entry.act === 'assigned' ? entry.ownerId : null;
}
