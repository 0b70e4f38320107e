import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import { derive, meetRefs } from './derive.ts';
import { Identities } from './identities.ts';
import { newestRecords } from './source-records.ts';
import { translateRecords } from './translate-records.ts';

const AT_ONCE = 500;

/**
 * Derives the sessions of a day and of every later one anew, by the rules that the transaction now
 * goes by. Until its end no page of a sync is taken in: one that had begun by the former rules is
 * waited for, so that nothing is left of them.
 */
export async function deriveSessionsFrom(
  scoped: Scoped,
  organizationId: string,
  day: Day,
): Promise<void> {
  await sql`SELECT id FROM data_source WHERE organization_id = ${organizationId} FOR UPDATE`.execute(
    scoped,
  );
  for (const [sourceId, recordIds] of await recordsFrom(scoped, organizationId, day)) {
    const source = { organizationId, sourceId };
    const ids = new Identities();
    for (let first = 0; first < recordIds.length; first += AT_ONCE) {
      const records = await newestRecords(scoped, source, recordIds.slice(first, first + AT_ONCE));
      await meetRefs(scoped, source, translateRecords(records), ids);
      await derive(scoped, source, records, ids);
    }
  }
}

/** What the sessions were booked by, or walked in with, by source. */
async function recordsFrom(
  scoped: Scoped,
  organizationId: string,
  day: Day,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ source_id: string; record_ids: string[] }>`
    SELECT r.source_id, array_agg(DISTINCT a.record_id ORDER BY a.record_id) AS record_ids
      FROM attendance a
      JOIN source_record r ON r.organization_id = a.organization_id AND r.identity_id = a.record_id
     WHERE a.organization_id = ${organizationId}
       AND a.week >= ${day}::date - 6 AND a.week + a.weekday - 1 >= ${day}::date
     GROUP BY r.source_id`.execute(scoped);
  return new Map(rows.map(({ source_id, record_ids }) => [source_id, record_ids]));
}
