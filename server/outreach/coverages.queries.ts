import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import type { Coverage, NewCoverage } from '#domain/outreach/task.contract';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** A colleague by name. */
export interface Colleague {
  id: string;
  name: string;
}

/** Whoever works in a team: they carry a caseload, or supervise who does. */
export async function findColleagues(
  scoped: Scoped,
  { organizationId }: Reader,
): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    SELECT s.id, concat_ws(' ', nullif(s.given_name, ''), s.family_name) AS name FROM staff s
     WHERE s.organization_id = ${organizationId}
       AND EXISTS (SELECT FROM team_member t WHERE t.organization_id = s.organization_id AND t.staff_id = s.id)
     ORDER BY s.family_name, s.given_name, s.id`.execute(scoped);
  return rows;
}

/** Today's periods and coming ones, in order. */
export async function findCoverages(
  scoped: Scoped,
  { organizationId, staffId, role }: Reader,
  now: Date,
): Promise<Coverage[]> {
  const nameOf = (staff: string) =>
    sql`json_build_object('id', ${sql.ref(`${staff}.id`)}, 'name',
          concat_ws(' ', nullif(${sql.ref(`${staff}.given_name`)}, ''), ${sql.ref(`${staff}.family_name`)}))`;
  const { rows } = await sql<Omit<Coverage, 'mayWithdraw'>>`
    SELECT c.id, ${nameOf('away')} AS away, ${nameOf('covering')} AS "coveredBy",
           c.from_day AS "fromDay", c.to_day AS "toDay", c.made_by AS "madeBy"
      FROM coverage_period c
      JOIN staff away ON away.organization_id = c.organization_id AND away.id = c.away_staff
      JOIN staff covering ON covering.organization_id = c.organization_id AND covering.id = c.covered_by
     WHERE c.organization_id = ${organizationId} AND c.withdrawn_at IS NULL
       AND c.to_day >= (${now.toISOString()}::timestamptz AT TIME ZONE c.time_zone)::date
     ORDER BY c.from_day, c.id`.execute(scoped);
  return rows.map((row) => ({
    ...row,
    mayWithdraw: role === 'supervisor' || row.away.id === staffId,
  }));
}

/** Who stands in for whom now, by the id of who is away; of several the one put down last. */
export async function findCovering(
  scoped: Scoped,
  { organizationId }: Reader,
  asOf: Date,
): Promise<Map<string, Colleague & { until: Day }>> {
  const { rows } = await sql<Colleague & { awayId: string; until: Day }>`
    SELECT c.away_staff AS "awayId", s.id, concat_ws(' ', nullif(s.given_name, ''), s.family_name) AS name, c.to_day AS until
      FROM coverage_period c
      JOIN staff s ON s.organization_id = c.organization_id AND s.id = c.covered_by
     WHERE c.organization_id = ${organizationId} AND c.withdrawn_at IS NULL
       AND (${asOf.toISOString()}::timestamptz AT TIME ZONE c.time_zone)::date BETWEEN c.from_day AND c.to_day
     ORDER BY c.made_at, c.id`.execute(scoped);
  return new Map(rows.map(({ awayId, ...covering }) => [awayId, covering]));
}

/** Keeps who stands in for whom; sent twice it is kept once. False where somebody of them is no colleague. */
export async function writeCoverage(
  scoped: Scoped,
  reader: Reader,
  { id, awayId, coveredById, fromDay, toDay }: NewCoverage,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ timeZone: string }>`
    SELECT coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS "timeZone" FROM staff away
      JOIN staff covering ON covering.organization_id = away.organization_id AND covering.id = ${coveredById}
      -- The calendar of the site they work at; of who works at none, that of most sites.
      LEFT JOIN LATERAL (
        SELECT site.time_zone FROM site
         WHERE site.organization_id = away.organization_id
         ORDER BY EXISTS (SELECT FROM staff_role r WHERE r.organization_id = site.organization_id
                             AND r.site_id = site.id AND r.staff_id = away.id) DESC,
                  count(*) OVER (PARTITION BY site.time_zone) DESC, site.name LIMIT 1) site ON true
     WHERE away.organization_id = ${reader.organizationId} AND away.id = ${awayId}`.execute(scoped);
  const [found] = rows;
  if (!found) return false;
  await sql`
    INSERT INTO coverage_period (organization_id, id, away_staff, covered_by, from_day, to_day, time_zone,
                                 made_by, made_by_staff, made_at)
    VALUES (${reader.organizationId}, ${id}, ${awayId}, ${coveredById}, ${fromDay}, ${toDay}, ${found.timeZone},
            ${reader.name}, ${reader.staffId}::uuid, ${now.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
  return true;
}

/** Ends it now. Whether there was one that the reader may end. */
export async function withdrawCoverage(
  scoped: Scoped,
  { organizationId, name }: Reader,
  id: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE coverage_period SET withdrawn_by = ${name}, withdrawn_at = ${now.toISOString()}
     WHERE organization_id = ${organizationId} AND id = ${id} AND withdrawn_at IS NULL
    RETURNING id`.execute(scoped);
  return rows.length > 0;
}
