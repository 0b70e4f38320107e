import { sql } from 'kysely';
import { instantOfMoment } from '#domain/outreach/on-call';
import type { NewOnCallSpan, OnCallSpan } from '#domain/settings/on-call.contract';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

const SPAN = sql`
    SELECT o.id, json_build_object('id', o.staff_id, 'name',
             coalesce(nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), ''), 'Somebody who is gone')) AS staff,
           o.site_id AS "siteId", o.from_at AS "fromAt", o.until_at AS "untilAt", o.time_zone AS "timeZone",
           o.set_by AS by, o.set_at AS at,
           CASE WHEN o.withdrawn_at IS NOT NULL THEN json_build_object('by', o.withdrawn_by,
             'at', to_char(o.withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END AS withdrawn
      FROM on_call_span o
      LEFT JOIN staff s ON s.organization_id = o.organization_id AND s.id = o.staff_id`;

/** Every span that was ever set, the latest first. */
export async function findOnCallSpans(
  scoped: Scoped,
  { organizationId }: Reader,
): Promise<OnCallSpan[]> {
  const { rows } = await sql<OnCallSpan>`
    ${SPAN} WHERE o.organization_id = ${organizationId} ORDER BY o.from_at DESC, o.set_at DESC, o.id`.execute(
    scoped,
  );
  return rows;
}

/** Why a span was not set. */
export type NotSet = 'no-such-site' | 'ends-first';

/** Sets a span, once however often it is sent. */
export async function setOnCallSpan(
  scoped: Scoped,
  reader: Reader,
  { id, staffId, siteId, from, until }: NewOnCallSpan,
  at: Date,
): Promise<OnCallSpan | NotSet> {
  const timeZone = await zoneOf(scoped, reader, siteId);
  if (timeZone === null) return 'no-such-site';
  const [fromAt, untilAt] = [from, until].map((moment) => instantOfMoment(moment, timeZone));
  if (fromAt === undefined || untilAt === undefined || !(fromAt < untilAt)) return 'ends-first';
  await sql`
    INSERT INTO on_call_span (organization_id, id, staff_id, site_id, from_at, until_at, time_zone, set_by, set_by_staff, set_at)
    VALUES (${reader.organizationId}, ${id}, ${staffId}, ${siteId}::uuid, ${new Date(fromAt).toISOString()},
            ${new Date(untilAt).toISOString()}, ${timeZone}, ${reader.name}, ${reader.staffId}::uuid, ${at.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
  const span = await findSpan(scoped, reader, id);
  if (!span) throw new Error('A span that was set is not there.');
  return span;
}

/** Takes a span back; `null` where there is none. */
export async function withdrawOnCallSpan(
  scoped: Scoped,
  reader: Reader,
  id: string,
  at: Date,
): Promise<OnCallSpan | null> {
  await sql`
    UPDATE on_call_span SET withdrawn_by = ${reader.name}, withdrawn_at = ${at.toISOString()}
     WHERE organization_id = ${reader.organizationId} AND id = ${id} AND withdrawn_at IS NULL`.execute(
    scoped,
  );
  return findSpan(scoped, reader, id);
}

async function findSpan(
  scoped: Scoped,
  { organizationId }: Reader,
  id: string,
): Promise<OnCallSpan | null> {
  const { rows } = await sql<OnCallSpan>`
    ${SPAN} WHERE o.organization_id = ${organizationId} AND o.id = ${id}`.execute(scoped);
  return rows[0] ?? null;
}

/** The clock of a site, or for all of them that of most; `null` where there is no such site. */
async function zoneOf(
  scoped: Scoped,
  { organizationId }: Reader,
  siteId: string | null,
): Promise<string | null> {
  const { rows } = await sql<{ timeZone: string }>`
    SELECT time_zone AS "timeZone" FROM site
     WHERE organization_id = ${organizationId} AND (${siteId}::uuid IS NULL OR id = ${siteId}::uuid)
     ORDER BY count(*) OVER (PARTITION BY time_zone) DESC, name, id LIMIT 1`.execute(scoped);
  return rows[0]?.timeZone ?? (siteId === null ? OWN_TIME_ZONE : null);
}
