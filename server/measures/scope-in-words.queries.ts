import { sql } from 'kysely';
import type { Role } from '#domain/access/access.contract';
import type { MeasureQuery } from '#domain/measures/measures.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

const WHOSE: Record<Role, string> = {
  counselor: 'your clients',
  supervisor: 'clients of your teams',
  director: 'all clients',
  peer: 'no clients',
  aftercare: 'no clients',
  admin: 'no clients',
};

/** Whose sessions a figure counts, for its subtitle: 'clients of your teams, Harbor Street, evening track'. */
export async function scopeInWords(
  scoped: Scoped,
  { organizationId, role }: Reader,
  { site, program, counselor, kind, track, level }: MeasureQuery,
): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM site WHERE organization_id = ${organizationId} AND id = ${site ?? null}::uuid
     UNION ALL
    SELECT name FROM program WHERE organization_id = ${organizationId} AND id = ${program ?? null}::uuid
     UNION ALL
    SELECT concat_ws(' ', nullif(given_name, ''), family_name) FROM staff
     WHERE organization_id = ${organizationId} AND id = ${counselor ?? null}::uuid`.execute(scoped);
  return [
    WHOSE[role],
    ...rows.map(({ name }) => name),
    ...(kind ? [`${kind} sessions`] : []),
    ...(track ? [`${track} track`] : []),
    ...(level ? [`level ${level}`] : []),
  ].join(', ');
}

/** Whether years of history are still to come from a source: what is counted may then grow. */
export async function isHistoryMissing(scoped: Scoped, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ missing: boolean }>`
    SELECT EXISTS (SELECT FROM data_source WHERE organization_id = ${organizationId}
                      AND base_url IS NOT NULL AND NOT history_complete) AS missing`.execute(
    scoped,
  );
  return rows[0]?.missing ?? false;
}
