import { sql } from 'kysely';
import type { AftercareReferral, MilestoneEntry } from '#domain/aftercare/aftercare-facts';
import type { FollowUpContact } from '#domain/aftercare/follow-up';
import { LAST_WINDOW_ENDS } from '#domain/aftercare/follow-up-days';
import type { Medication } from '#domain/medication/medication';
import { hasContact } from '../attendance/has-contact.ts';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import { type PlanRecord, planRecord } from '../caseload/current-plan.ts';
import { standsAt } from '../client-progress/entries/client-entries.queries.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { contactsSince } from './contacts-since.ts';

export interface AftercareSupply {
  recordId: string;
  medication: Medication | null;
  status: string;
  startsOn: string;
  endsOn: string | null;
  supplyEndsOn: string | null;
}

export interface AftercareRow extends PlanRecord {
  clientId: string;
  familyName: string;
  givenName: string;
  episodeId: string;
  counselorId: string | null;
  counselor: string | null;
  siteId: string | null;
  site: string | null;
  programId: string | null;
  today: string;
  admittedOn: string;
  endedOn: string | null;
  onHold: boolean;
  zone: string;
  contacts: FollowUpContact[] | null;
  referrals: AftercareReferral[] | null;
  hasDisorder: boolean;
  supplies: AftercareSupply[] | null;
  entries: MilestoneEntry[] | null;
}

/**
 * The last episode of each client that the reader may see, in care at `asOf` or ended in the year
 * before: who came back is in the later one. Nobody is referred on who has died. Of one client where one is named.
 */
export async function findAftercareRows(
  scoped: Scoped,
  { organizationId }: Reader,
  asOf: Date,
  clientId: string | null = null,
): Promise<AftercareRow[]> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const utcDay = sql`${asOf.toISOString().slice(0, 10)}::date`;
  const { noContactDays } = (await rulesOf(scoped, organizationId)).at(asOf);
  const goesOn = hasContact(sql`e.last_contact_on`, utcDay, sql`${noContactDays}`);
  const { rows } = await sql<AftercareRow>`
    WITH stay AS (
      SELECT e.id, e.client_id, e.organization_id, e.counselor_id, e.admitted_on, p.id AS program_id, p.site_id,
             site.name AS site, coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS zone,
             CASE WHEN ${goesOn} THEN e.ended_on ELSE e.last_contact_on END AS ended_on
        FROM episode e
        LEFT JOIN LATERAL (SELECT p.id, p.site_id FROM program p WHERE p.organization_id = e.organization_id
                              AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
        LEFT JOIN site ON site.organization_id = e.organization_id AND site.id = p.site_id
       WHERE e.organization_id = ${organizationId} AND e.status IN ('active', 'onhold', 'finished')
         AND ${clientId === null ? sql`true` : sql`e.client_id = ${clientId}`}
    ), dated AS (
      SELECT stay.*, (${at} AT TIME ZONE zone)::date AS today FROM stay
    ), last AS MATERIALIZED (
      SELECT DISTINCT ON (client_id) dated.* FROM dated WHERE admitted_on <= today
       ORDER BY client_id, admitted_on DESC, id
    ), shown AS MATERIALIZED (
      SELECT last.*, CASE WHEN ended_on <= today THEN ended_on END AS ended FROM last
       WHERE (ended_on IS NULL OR ended_on > today - ${LAST_WINDOW_ENDS}::int) 
         AND NOT EXISTS (SELECT FROM client_particulars x WHERE x.organization_id = ${organizationId}
                            AND x.client_id = last.client_id AND x.deceased)
         AND NOT EXISTS (SELECT FROM discharge_statement x WHERE x.organization_id = ${organizationId}
                            AND x.client_id = last.client_id AND x.reason = 6)
    )
    SELECT l.client_id AS "clientId", c.family_name AS "familyName", c.given_name AS "givenName", l.id AS "episodeId",
           s.id AS "counselorId", concat_ws(' ', nullif(s.given_name, ''), s.family_name) AS counselor,
           l.site_id AS "siteId", l.site, l.program_id AS "programId", l.today, l.admitted_on AS "admittedOn", l.ended AS "endedOn",
           EXISTS (SELECT FROM episode_hold h WHERE h.organization_id = l.organization_id AND h.episode_id = l.id
                      AND h.starts_on <= l.today AND (h.ends_on IS NULL OR l.today < h.ends_on)) AS "onHold",
           l.zone, ${contactsSince(asOf)} AS contacts,
           plan.phases, plan.changes, entry.entries, onward.referrals,
           EXISTS (SELECT FROM diagnosis d WHERE d.organization_id = l.organization_id AND d.client_id = l.client_id
                      AND d.substance IN ('alcohol', 'opioids') AND NOT d.in_remission
                      AND coalesce(d.recorded_on, l.today) <= l.today AND coalesce(d.ended_on, l.today) >= l.today
                      AND coalesce(d.status, 'active') IN ('active', 'recurrence', 'relapse')
                      AND coalesce(d.verification, 'confirmed') NOT IN ('refuted', 'entered-in-error')) AS "hasDisorder",
           (SELECT json_agg(json_build_object('recordId', m.record_id, 'medication', m.medication, 'status', m.status,
                     'startsOn', m.starts_on, 'endsOn', m.ends_on, 'supplyEndsOn', m.supply_ends_on) ORDER BY m.starts_on, m.record_id)
              FROM medication_supply m WHERE m.organization_id = l.organization_id AND m.client_id = l.client_id
               AND m.medication <> 'naloxone' AND m.starts_on <= l.today
               AND (coalesce(m.supply_ends_on, m.ends_on) IS NULL OR coalesce(m.supply_ends_on, m.ends_on) >= l.admitted_on)) AS supplies
      FROM shown l
      -- One row at a time by its key: the planner would read whole tables to test every row's scope.
      CROSS JOIN LATERAL (SELECT c.family_name, c.given_name FROM client c
                           WHERE c.organization_id = l.organization_id AND c.id = l.client_id LIMIT 1) c
      -- The particulars, not the name: a roster shows names of clients whose record is out of reach.
      JOIN client_particulars cp ON cp.organization_id = l.organization_id AND cp.client_id = l.client_id
      LEFT JOIN staff s ON s.organization_id = l.organization_id AND s.id = l.counselor_id
      CROSS JOIN LATERAL (${planRecord(organizationId, sql`l.client_id`, sql`l.id`, asOf)}) plan
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('id', entry.id, 'by', entry.made_by, 'says', entry.says) ORDER BY entry.seq) AS entries
          FROM client_entry entry
         WHERE entry.organization_id = l.organization_id AND entry.episode_id = l.id
           AND entry.kind = 'aftercare-milestone' AND ${standsAt(asOf)}) entry
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', r.record_id, 'isDraft', r.status IN ('draft', 'on-hold'),
                 'sentOn', r.requested_on, 'to', coalesce(u.name, t.owner_name, r.performer_name), 'step', t.step,
                 'stepRecordId', t.record_id, 'appointment', ap.found, 'consentId', may.record_id, 'consentOn', may.starts_on)
                 ORDER BY r.requested_on, r.record_id) AS referrals
          FROM referral r
          LEFT JOIN unit u ON u.organization_id = r.organization_id AND u.id = r.performer_id
          LEFT JOIN LATERAL (SELECT t.step, t.owner_name, t.record_id FROM referral_task t
             WHERE t.organization_id = r.organization_id AND t.referral_id = r.record_id
             ORDER BY t.starts_on DESC NULLS LAST, t.record_id LIMIT 1) t ON true
          LEFT JOIN LATERAL (SELECT json_build_object('on', (ra.starts_at AT TIME ZONE l.zone)::date,
                    'begun', ra.starts_at <= ${at}, 'outcome', CASE WHEN ra.starts_at <= ${at}
                       OR NOT ra.outcome IN ('attended', 'attended-late', 'left-early', 'no-show') THEN ra.outcome END,
                    'recordId', ra.record_id) AS found FROM referral_appointment ra
             WHERE ra.organization_id = r.organization_id AND ra.referral_id = r.record_id
               AND (ra.booked_at IS NULL OR ra.booked_at <= ${at})
             -- The first that was kept: another date after it takes nothing back; else the last that was not called off.
             ORDER BY CASE WHEN ra.outcome IN ('attended', 'attended-late', 'left-early') AND ra.starts_at <= ${at} THEN ra.starts_at END,
                      coalesce(ra.outcome IN ('attended', 'attended-late', 'left-early', 'no-show'), true) DESC,
                      ra.starts_at DESC, ra.record_id LIMIT 1) ap ON true
          -- A refusal that names the destination outweighs every permission (42 CFR 2.31).
          LEFT JOIN LATERAL (SELECT k.record_id, k.starts_on, bool_and(cr.permitted) OVER () AS permitted
             FROM consent k
             JOIN consent_recipient cr ON cr.organization_id = k.organization_id AND cr.consent_id = k.record_id
             LEFT JOIN unit cu ON cu.organization_id = cr.organization_id AND cu.id = cr.party_id
            WHERE k.organization_id = r.organization_id AND k.client_id = r.client_id AND k.status = 'active'
              AND coalesce(k.starts_on, l.today) <= l.today AND coalesce(k.ends_on, l.today) >= l.today
              AND (cr.party_id = r.performer_id
                OR lower(btrim(coalesce(cr.name, cu.name))) = lower(btrim(coalesce(u.name, t.owner_name, r.performer_name))))
            ORDER BY k.starts_on DESC NULLS LAST, k.record_id LIMIT 1) may ON may.permitted
         WHERE r.organization_id = l.organization_id AND r.client_id = l.client_id
           AND r.status NOT IN ('revoked', 'entered-in-error')
           AND r.requested_on BETWEEN l.admitted_on AND coalesce(l.ended, l.today)
           -- Made in care, so to what comes after; another request for help begins another way.
           AND NOT EXISTS (SELECT FROM episode e WHERE e.organization_id = r.organization_id
                              AND e.client_id = r.client_id AND e.referral_id = r.record_id)) onward
     ORDER BY c.family_name, c.given_name, l.id`.execute(scoped);
  return rows;
}
