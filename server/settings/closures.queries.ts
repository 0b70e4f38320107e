import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import type { NewSiteClosure, SiteClosure, SiteClosures } from '#domain/settings/closure.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

const CLOSURE = sql`
    SELECT id, site_id AS "siteId", first_day AS "firstDay", last_day AS "lastDay", words, set_by AS by, set_at AS at,
           CASE WHEN withdrawn_at IS NOT NULL THEN json_build_object('by', withdrawn_by,
             'at', to_char(withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END AS withdrawn
      FROM closure`;

/** Every closure that was ever set, the latest days first. */
export async function findSiteClosures(
  scoped: Scoped,
  { organizationId }: Reader,
): Promise<SiteClosure[]> {
  const { rows } = await sql<SiteClosure>`
    ${CLOSURE} WHERE organization_id = ${organizationId} ORDER BY first_day DESC, set_at DESC, id`.execute(
    scoped,
  );
  return rows;
}

export async function findSites(
  scoped: Scoped,
  { organizationId }: Reader,
): Promise<SiteClosures['sites']> {
  const { rows } = await sql<SiteClosures['sites'][number]>`
    SELECT id, name FROM site WHERE organization_id = ${organizationId} ORDER BY name, id`.execute(
    scoped,
  );
  return rows;
}

/** Sets a closure, once however often it is sent; `null` when the site is none of the organization's. */
export async function setClosure(
  scoped: Scoped,
  { organizationId, staffId, name }: Reader,
  { id, siteId, firstDay, lastDay, words }: NewSiteClosure,
  at: Date,
): Promise<SiteClosure | null> {
  await sql`
    INSERT INTO closure (organization_id, id, site_id, first_day, last_day, words, set_by, set_by_staff, set_at)
    SELECT ${organizationId}, ${id}, ${siteId}::uuid, ${firstDay}, ${lastDay}, ${words.trim()}, ${name},
           ${staffId}::uuid, ${at.toISOString()}::timestamptz
     WHERE ${siteId}::uuid IS NULL
        OR EXISTS (SELECT FROM site WHERE site.organization_id = ${organizationId} AND site.id = ${siteId}::uuid)
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
  return findClosure(scoped, organizationId, id);
}

/** Takes a closure back; `null` where there is none that stands. */
export async function withdrawClosure(
  scoped: Scoped,
  { organizationId, name }: Reader,
  id: string,
  at: Date,
): Promise<SiteClosure | null> {
  await sql`
    UPDATE closure SET withdrawn_by = ${name}, withdrawn_at = ${at.toISOString()}
     WHERE organization_id = ${organizationId} AND id = ${id} AND withdrawn_at IS NULL`.execute(
    scoped,
  );
  return findClosure(scoped, organizationId, id);
}

async function findClosure(
  scoped: Scoped,
  organizationId: string,
  id: string,
): Promise<SiteClosure | null> {
  const { rows } = await sql<SiteClosure>`
    ${CLOSURE} WHERE organization_id = ${organizationId} AND id = ${id}`.execute(scoped);
  return rows[0] ?? null;
}

/** Of the closures that stand, those on any of these days, at a site or at any; by day. */
export async function closuresSet(
  scoped: Scoped,
  organizationId: string,
  { from, to, site }: { from: Day; to: Day; site?: string | undefined },
): Promise<{ day: Day; lastDay: Day; site: string | null; words: string }[]> {
  const { rows } = await sql<{ day: Day; lastDay: Day; site: string | null; words: string }>`
    SELECT c.first_day AS day, c.last_day AS "lastDay", site.name AS site, c.words
      FROM closure c
      LEFT JOIN site ON site.organization_id = c.organization_id AND site.id = c.site_id
     WHERE c.organization_id = ${organizationId} AND c.withdrawn_at IS NULL
       AND c.first_day <= ${to}::date AND c.last_day >= ${from}::date
       AND (${site ?? null}::uuid IS NULL OR c.site_id IS NULL OR c.site_id = ${site ?? null}::uuid)
     ORDER BY c.first_day, site.name, c.id`.execute(scoped);
  return rows;
}
