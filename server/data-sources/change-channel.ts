import { sql } from 'kysely';
import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';
import type { Database, Scoped } from '../database/database.ts';

/** What goes from the transaction that changed something to every server of the organization. */
export interface Announcement extends ChangeEvent {
  organizationId: string;
}

const CHANNEL = 'throughline_change';
/** A notification holds 8,000 bytes. */
const IDS_AT_ONCE = 150;

/** Tells every server, once the transaction is through. Opaque ids only. */
export async function announce(
  scoped: Scoped,
  organizationId: string,
  event: ChangeEvent,
): Promise<void> {
  const { ids, topic } = event;
  if (topic === 'caseload' && ids.length === 0) return;
  for (let first = 0; first === 0 || first < ids.length; first += IDS_AT_ONCE) {
    const part: Announcement = {
      organizationId,
      topic,
      ids: ids.slice(first, first + IDS_AT_ONCE),
    };
    await sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(part)})`.execute(scoped);
  }
}

export const listenForChanges = (
  database: Database,
  listener: (change: Announcement) => void,
): Promise<void> =>
  database.listen(CHANNEL, (payload) => listener(JSON.parse(payload) as Announcement));
