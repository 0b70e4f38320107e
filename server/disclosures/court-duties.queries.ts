import { sql } from 'kysely';
import type { Says } from '#domain/client-progress/client-entry.contract';
import { SENT_DAYS } from '#domain/disclosures/court-reports-due';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import { standsAt } from '../client-progress/entries/client-entries.queries.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** A duty to report, with the client's last stay and what was made, or refused, of it. */
export interface CourtDutyRow {
  dutyId: string;
  says: Says<'court-report'>;
  clientId: string;
  familyName: string;
  givenName: string;
  counselorId: string | null;
  counselor: string | null;
  supervisorId: string | null;
  siteId: string | null;
  site: string | null;
  programId: string | null;
  zone: string;
  today: string;
  endedOn: string | null;
  /** The last of its due days that was answered. */
  answered: string | null;
  refusedOn: string | null;
  sent: { id: string; on: string; by: string }[] | null;
}

/**
 * Every duty to report that staff wrote down of clients whom the reader may see, whether or not they are
 * still in care: it ends by being withdrawn. Of nobody who has died.
 */
export async function findCourtDutyRows(
  scoped: Scoped,
  { organizationId }: Reader,
  asOf: Date,
): Promise<CourtDutyRow[]> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const { rows } = await sql<CourtDutyRow>`
    SELECT entry.id AS "dutyId", entry.says, entry.client_id AS "clientId", c.family_name AS "familyName",
           c.given_name AS "givenName", s.id AS "counselorId", concat_ws(' ', nullif(s.given_name, ''), s.family_name) AS counselor,
           supervisor.id AS "supervisorId", stay.site_id AS "siteId", stay.site, stay.program_id AS "programId", day.zone, day.today,
           CASE WHEN stay.ended_on <= day.today THEN stay.ended_on END AS "endedOn", made.answered,
           (SELECT (max(r.made_at) AT TIME ZONE day.zone)::date FROM disclosure_refusal r
             WHERE r.organization_id = entry.organization_id AND r.client_id = entry.client_id AND r.kind = 'court-report'
               AND lower(btrim(r.recipient)) = lower(btrim(entry.says ->> 'to')) AND r.made_at <= ${at}
               AND r.made_at > greatest(entry.made_at, made.last_at)) AS "refusedOn",
           (SELECT json_agg(json_build_object('id', d.id, 'on', (d.made_at AT TIME ZONE day.zone)::date, 'by', d.made_by) ORDER BY d.seq)
              FROM disclosure d WHERE d.organization_id = entry.organization_id AND d.duty_id = entry.id AND d.made_at <= ${at}
               AND (d.made_at AT TIME ZONE day.zone)::date > day.today - ${SENT_DAYS}::int) AS sent
      FROM client_entry entry
     CROSS JOIN LATERAL (SELECT c.family_name, c.given_name FROM client c
                          WHERE c.organization_id = entry.organization_id AND c.id = entry.client_id LIMIT 1) c
      -- The particulars, not the name: a roster shows names of clients whose record is out of reach.
      JOIN client_particulars cp ON cp.organization_id = entry.organization_id AND cp.client_id = entry.client_id
      LEFT JOIN LATERAL (
        SELECT e.id, e.counselor_id, e.team_id, e.ended_on, p.id AS program_id, p.site_id, site.name AS site, site.time_zone
          FROM episode e
          LEFT JOIN LATERAL (SELECT p.id, p.site_id FROM program p WHERE p.organization_id = e.organization_id
                                AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
          LEFT JOIN site ON site.organization_id = e.organization_id AND site.id = p.site_id
         WHERE e.organization_id = entry.organization_id AND e.client_id = entry.client_id
           AND e.status IN ('active', 'onhold', 'finished')
           AND e.admitted_on <= (${at} AT TIME ZONE coalesce(site.time_zone, ${OWN_TIME_ZONE}))::date
         ORDER BY e.admitted_on DESC, e.id LIMIT 1) stay ON true
     CROSS JOIN LATERAL (SELECT coalesce(stay.time_zone, ${OWN_TIME_ZONE}) AS zone,
                                (${at} AT TIME ZONE coalesce(stay.time_zone, ${OWN_TIME_ZONE}))::date AS today) day
     CROSS JOIN LATERAL (SELECT max(d.answers_due) AS answered, max(d.made_at) AS last_at FROM disclosure d
                          WHERE d.organization_id = entry.organization_id AND d.duty_id = entry.id AND d.made_at <= ${at}) made
      LEFT JOIN staff s ON s.organization_id = entry.organization_id AND s.id = stay.counselor_id
      LEFT JOIN LATERAL (
        SELECT who.id FROM team_member t
          JOIN staff who ON who.organization_id = t.organization_id AND who.id = t.staff_id
          LEFT JOIN team_member own ON own.organization_id = t.organization_id AND own.team_id = t.team_id
           AND own.staff_id = stay.counselor_id
         WHERE t.organization_id = entry.organization_id AND t.supervises
           AND (t.team_id = stay.team_id OR own.staff_id IS NOT NULL)
         ORDER BY who.family_name, who.id LIMIT 1) supervisor ON true
     WHERE entry.organization_id = ${organizationId} AND entry.kind = 'court-report' AND ${standsAt(asOf)}
       AND NOT cp.deceased
       AND NOT EXISTS (SELECT FROM discharge_statement x WHERE x.organization_id = entry.organization_id
                          AND x.client_id = entry.client_id AND x.reason = 6)
     ORDER BY entry.seq`.execute(scoped);
  return rows;
}
