import { sql } from 'kysely';
import type { FollowUpContact } from '#domain/aftercare/follow-up';
import type { Day } from '#domain/calendar/calendar-day';
import { LAST_WINDOW_ENDS } from '#domain/aftercare/follow-up-days';
import type { FollowUpSaid } from '#domain/aftercare/follow-up-said.contract';
import type { ContactRules } from '#domain/outreach/contact-rules.contract';
import { hasContact } from '../attendance/has-contact.ts';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { contactsSince } from './contacts-since.ts';

/** Somebody who left, with everything that asking after them rests on. */
export interface StayToFollowUp {
  clientId: string;
  familyName: string;
  givenName: string;
  episodeId: string;
  counselorId: string | null;
  counselor: string | null;
  siteId: string | null;
  site: string | null;
  programId: string | null;
  unitId: string | null;
  track: string | null;
  level: string | null;
  /** Only its sessions tell of it. */
  isInferred: boolean;
  zone: string;
  today: string;
  endedOn: string;
  readmittedOn: string | null;
  loggedSince: string | null;
  isDeceased: boolean;
  contacts: (FollowUpContact & { by: string; followUp: FollowUpSaid | null })[] | null;
  phones: string[];
  contactRules: ContactRules | null;
}

/** Which stays are read: without it, those of which a follow-up may still be looked at. */
export interface HowFarBack {
  /** Ended so many days before at most. */
  leftWithin?: number;
  /** Also those with a window that ended on this day or later. */
  windowsFrom?: Day;
}

/**
 * Every stay that ended before `asOf`, so far back, of clients whom the reader may see. A stay that another
 * one takes up, by the day after at the latest, is no discharge.
 */
export async function findStaysToFollowUp(
  scoped: Scoped,
  { organizationId }: Reader,
  asOf: Date,
  { leftWithin = LAST_WINDOW_ENDS + 1, windowsFrom }: HowFarBack = {},
): Promise<StayToFollowUp[]> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const utcDay = sql`${asOf.toISOString().slice(0, 10)}::date`;
  const { noContactDays } = (await rulesOf(scoped, organizationId)).at(asOf);
  const goesOn = hasContact(sql`e.last_contact_on`, utcDay, sql`${noContactDays}`);
  const { rows } = await sql<StayToFollowUp>`
    WITH stay AS MATERIALIZED (
      SELECT e.id, e.client_id, e.organization_id, e.counselor_id, e.admitted_on, p.id AS program_id, p.site_id,
             e.unit_id, e.level_code, e.inferred, p.track,
             site.name AS site, coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS zone,
             (${at} AT TIME ZONE coalesce(site.time_zone, ${OWN_TIME_ZONE}))::date AS today,
             CASE WHEN ${goesOn} THEN e.ended_on ELSE e.last_contact_on END AS ended
        FROM episode e
        LEFT JOIN LATERAL (SELECT p.id, p.site_id, p.track FROM program p WHERE p.organization_id = e.organization_id
                              AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
        LEFT JOIN site ON site.organization_id = e.organization_id AND site.id = p.site_id
       WHERE e.organization_id = ${organizationId} AND e.status IN ('active', 'onhold', 'finished')
    ), log AS MATERIALIZED (SELECT outreach_logged_since() AS since
    ), l AS MATERIALIZED (
      SELECT stay.* FROM stay
       WHERE stay.ended <= stay.today AND stay.ended >= least(stay.today, ${windowsFrom ?? null}::date) - ${leftWithin}::int
         AND NOT EXISTS (SELECT FROM stay other WHERE other.client_id = stay.client_id AND other.id <> stay.id
                            AND other.admitted_on <= least(stay.ended + 1, stay.today)
                            AND (other.ended IS NULL OR other.ended > stay.ended
                              OR (other.ended = stay.ended AND other.id < stay.id)))
    )
    SELECT l.client_id AS "clientId", c.family_name AS "familyName", c.given_name AS "givenName", l.id AS "episodeId",
           s.id AS "counselorId", concat_ws(' ', nullif(s.given_name, ''), s.family_name) AS counselor,
           l.site_id AS "siteId", l.site, l.program_id AS "programId", l.unit_id AS "unitId", l.track,
           l.level_code AS level, l.inferred AS "isInferred", l.zone, l.today, l.ended AS "endedOn",
           (SELECT min(later.admitted_on) FROM stay later WHERE later.client_id = l.client_id
               AND later.admitted_on > l.ended AND later.admitted_on <= l.today) AS "readmittedOn",
           (log.since AT TIME ZONE l.zone)::date AS "loggedSince",
           (cp.deceased OR EXISTS (SELECT FROM discharge_statement x WHERE x.organization_id = l.organization_id
                                      AND x.client_id = l.client_id AND x.reason = 6)) AS "isDeceased",
           cp.phones, ${contactsSince(asOf)} AS contacts,
           (SELECT json_build_object('id', r.id, 'phone', r.phone, 'voicemail', r.voicemail, 'text', r.text, 'letter', r.letter,
                     'email', r.email, 'namesProgram', r.names_program, 'reason', r.reason, 'madeBy', r.made_by, 'madeAt', r.made_at)
              FROM contact_rules r WHERE r.organization_id = l.organization_id AND r.client_id = l.client_id
               AND r.made_at <= ${at} ORDER BY r.seq DESC LIMIT 1) AS "contactRules"
      FROM l CROSS JOIN log
      -- One row at a time by its key: the planner would read whole tables to test every row's scope.
      CROSS JOIN LATERAL (SELECT c.family_name, c.given_name FROM client c
                           WHERE c.organization_id = l.organization_id AND c.id = l.client_id LIMIT 1) c
      -- The particulars, not the name: a roster shows names of clients whose record is out of reach.
      JOIN client_particulars cp ON cp.organization_id = l.organization_id AND cp.client_id = l.client_id
      LEFT JOIN staff s ON s.organization_id = l.organization_id AND s.id = l.counselor_id
     ORDER BY c.family_name, c.given_name, l.id`.execute(scoped);
  return rows;
}
