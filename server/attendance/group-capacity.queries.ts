import { sql } from 'kysely';
import type { NewCapacity } from '#domain/attendance/therapy-group.contract';
import type { Day } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

export interface Capacity {
  groupId: string;
  since: Day;
  capacity: number;
}

/** Capacities by the day from which they hold; what was set anew for a day replaces what was set before. */
export async function findCapacities(
  scoped: Scoped,
  { organizationId }: Reader,
): Promise<Capacity[]> {
  const { rows } = await sql<Capacity>`
    SELECT DISTINCT ON (service_id, since) service_id AS "groupId", since, capacity
      FROM group_capacity WHERE organization_id = ${organizationId}
     ORDER BY service_id, since, set_at DESC`.execute(scoped);
  return rows;
}

/** Whether there was such a group to set it for. */
export async function setCapacity(
  scoped: Scoped,
  { organizationId, staffId, name }: Reader,
  groupId: string,
  { since, capacity }: NewCapacity,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO group_capacity (organization_id, service_id, since, capacity, set_by, set_by_staff)
    SELECT organization_id, id, ${since}, ${capacity}, ${name}, ${staffId}::uuid
      FROM service WHERE organization_id = ${organizationId} AND id = ${groupId} AND kind = 'group'
    RETURNING capacity`.execute(scoped);
  return rows.length > 0;
}
