import { sql } from 'kysely';
import type { Discharge, OnwardReferral } from '#domain/aftercare/discharge';
import type { MilestoneEntry } from '#domain/aftercare/aftercare-facts';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import { supplyGaps } from '#domain/client-progress/supply-gaps';
import { type DischargeStatement, dischargeReasonOf } from '#domain/episode/discharge-reason';
import { MEDICATION_DAYS } from '#domain/measures/medication-gap';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import { standsAt } from '../client-progress/entries/client-entries.queries.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { clientsInReach, isProgramWide, type SessionScope } from '../measures/session-scope.ts';
import type { AftercareSupply } from './aftercare-rows.queries.ts';

/** A discharge of the scope, with where it belongs and the records it is read from. */
export interface FoundDischarge extends Discharge {
  episodeId: string;
  clientId: string;
  site: string;
  unit: string;
  track: string;
  /** The record that says why treatment ended. */
  reasonRecordId: string | null;
  supplyRecordIds: readonly string[];
}

interface DischargeRow {
  episodeId: string;
  clientId: string;
  admittedOn: Day;
  endedOn: Day;
  today: Day;
  level: string | null;
  site: string;
  unit: string;
  track: string;
  statements: DischargeStatement[] | null;
  referrals:
    (Omit<OnwardReferral, 'visits'> & { visits: OnwardReferral['visits'] | null })[] | null;
  entries: Pick<MilestoneEntry, 'says'>[] | null;
  admissions: Discharge['admissions'] | null;
  hasDisorder: boolean;
  supplies: AftercareSupply[] | null;
}

export type DischargeScope = Pick<
  SessionScope,
  'from' | 'to' | 'site' | 'program' | 'counselor' | 'track' | 'level'
>;

/**
 * Episodes that ended in the days of the scope, as the source tells it, of clients whom the reader
 * may see, each with what the records say of the time after it. Only these are read.
 */
export async function findDischarges(
  scoped: Scoped,
  reader: Reader,
  { from, to, counselor: named, site, program, level, track }: DischargeScope,
  asOf: Date,
): Promise<FoundDischarge[]> {
  const { organizationId, role, staffId } = reader;
  const at = sql`${asOf.toISOString()}::timestamptz`;
  // A counselor who names nobody means their own caseload.
  const counselor = named ?? (role === 'counselor' ? staffId : undefined);
  const narrowed = [
    counselor ? sql`AND e.counselor_id = ${counselor}` : sql``,
    level ? sql`AND e.level_code = ${level}` : sql``,
    site ? sql`AND p.site_id = ${site}` : sql``,
    program ? sql`AND p.id = ${program}` : sql``,
    track ? sql`AND p.track = ${track}` : sql``,
  ];
  const { rows } = await sql<DischargeRow>`
    WITH ended AS MATERIALIZED (
      SELECT e.id, e.client_id, e.organization_id, e.admitted_on, e.ended_on, e.level_code, e.unit_id, p.site_id, p.track,
             coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS zone,
             (${at} AT TIME ZONE coalesce(site.time_zone, ${OWN_TIME_ZONE}))::date AS today
        FROM ${clientsInReach(reader)} episode e ${isProgramWide(reader, {}) ? sql`` : sql`ON e.client_id = r.client_id`}
        LEFT JOIN LATERAL (SELECT p.id, p.site_id, p.track FROM program p WHERE p.organization_id = e.organization_id
                              AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
        LEFT JOIN site ON site.organization_id = e.organization_id AND site.id = p.site_id
       WHERE e.organization_id = ${organizationId} AND NOT e.inferred AND e.status IN ('active', 'onhold', 'finished')
         AND e.ended_on BETWEEN ${from}::date AND ${to}::date ${sql.join(narrowed, sql` `)}
    )
    SELECT l.id AS "episodeId", l.client_id AS "clientId", l.admitted_on AS "admittedOn", l.ended_on AS "endedOn", l.today,
           l.level_code AS level, coalesce(l.site_id::text, '') AS site, coalesce(l.unit_id::text, '') AS unit,
           coalesce(l.track, '') AS track, said.statements, onward.referrals, entry.entries, again.admissions,
           EXISTS (SELECT FROM diagnosis d WHERE d.organization_id = l.organization_id AND d.client_id = l.client_id
                      AND d.substance IN ('alcohol', 'opioids') AND NOT d.in_remission
                      AND coalesce(d.recorded_on, l.ended_on) <= l.ended_on AND coalesce(d.ended_on, l.ended_on) >= l.ended_on
                      AND coalesce(d.status, 'active') IN ('active', 'recurrence', 'relapse')
                      AND coalesce(d.verification, 'confirmed') NOT IN ('refuted', 'entered-in-error')) AS "hasDisorder",
           supply.supplies
      FROM ended l
     CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', d.record_id, 'way', d.way, 'statedOn', d.stated_on, 'reason', d.reason)) AS statements
          FROM discharge_statement d
         WHERE d.organization_id = l.organization_id AND d.client_id = l.client_id
           AND (d.episode_id = l.id OR (d.episode_id IS NULL AND d.stated_on BETWEEN l.admitted_on AND l.ended_on))) said
     CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('says', entry.says) ORDER BY entry.seq) AS entries
          FROM client_entry entry
         WHERE entry.organization_id = l.organization_id AND entry.episode_id = l.id
           AND entry.kind = 'aftercare-milestone' AND ${standsAt(asOf)}) entry
     CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('on', n.admitted_on, 'level', n.level_code) ORDER BY n.admitted_on) AS admissions
          FROM episode n
         WHERE n.organization_id = l.organization_id AND n.client_id = l.client_id AND NOT n.inferred AND n.id <> l.id
           AND n.status IN ('active', 'onhold', 'finished') AND n.admitted_on > l.ended_on AND n.admitted_on <= l.today) again
     CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', m.record_id, 'medication', m.medication, 'status', m.status,
                 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'supplyEndsOn', m.supply_ends_on) ORDER BY m.starts_on, m.record_id) AS supplies
          FROM medication_supply m
         WHERE m.organization_id = l.organization_id AND m.client_id = l.client_id
           AND m.medication IS NOT NULL AND m.medication <> 'naloxone' AND m.starts_on <= l.today
           AND (coalesce(m.supply_ends_on, m.ends_on) IS NULL OR coalesce(m.supply_ends_on, m.ends_on) >= l.admitted_on)) supply
     CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', r.record_id, 'isDraft', r.status IN ('draft', 'on-hold'),
                 'sentOn', r.requested_on, 'to', coalesce(u.name, t.owner_name, r.performer_name), 'step', t.step,
                 'visits', ap.visits)) AS referrals
          FROM referral r
          LEFT JOIN unit u ON u.organization_id = r.organization_id AND u.id = r.performer_id
          LEFT JOIN LATERAL (SELECT t.step, t.owner_name FROM referral_task t
             WHERE t.organization_id = r.organization_id AND t.referral_id = r.record_id
             ORDER BY t.starts_on DESC NULLS LAST, t.record_id LIMIT 1) t ON true
         CROSS JOIN LATERAL (SELECT json_agg(json_build_object('recordId', ra.record_id,
                    'on', (ra.starts_at AT TIME ZONE l.zone)::date, 'begun', ra.starts_at <= ${at},
                    'outcome', CASE WHEN ra.starts_at <= ${at}
                       OR NOT ra.outcome IN ('attended', 'attended-late', 'left-early', 'no-show') THEN ra.outcome END,
                    'bookedOn', (ra.booked_at AT TIME ZONE l.zone)::date)) AS visits
              FROM referral_appointment ra
             WHERE ra.organization_id = r.organization_id AND ra.referral_id = r.record_id
               AND (ra.booked_at IS NULL OR ra.booked_at <= ${at})) ap
         WHERE r.organization_id = l.organization_id AND r.client_id = l.client_id
           AND r.status NOT IN ('revoked', 'entered-in-error')
           AND r.requested_on BETWEEN l.admitted_on AND l.ended_on
           -- Made in care, so to what comes after; another request for help begins another way.
           AND NOT EXISTS (SELECT FROM episode e WHERE e.organization_id = r.organization_id
                              AND e.client_id = r.client_id AND e.referral_id = r.record_id)) onward
     WHERE l.ended_on <= l.today
     ORDER BY l.ended_on, l.id`.execute(scoped);
  return rows.map(dischargeOf);
}

function dischargeOf(row: DischargeRow): FoundDischarge {
  const { statements, referrals, entries, admissions, supplies, hasDisorder, ...own } = row;
  const told = dischargeReasonOf(statements ?? []);
  return {
    ...own,
    reason: told?.reason ?? null,
    reasonRecordId: told?.recordId ?? null,
    referrals: (referrals ?? []).map((referral) => ({
      ...referral,
      visits: referral.visits ?? [],
    })),
    entries: entries ?? [],
    admissions: admissions ?? [],
    gaps: hasDisorder ? gapsAfter(row.endedOn, row.today, supplies ?? []) : null,
    supplyRecordIds: (supplies ?? []).map(({ recordId }) => recordId),
  };
}

/** `null` where nothing was prescribed in the days before: then no day after is missing. */
function gapsAfter(
  endedOn: Day,
  today: Day,
  supplies: readonly AftercareSupply[],
): Discharge['gaps'] {
  const since = addDays(endedOn, -MEDICATION_DAYS);
  const wasPrescribed = supplies.some(({ startsOn, supplyEndsOn, endsOn, status }) => {
    const last = supplyEndsOn ?? endsOn;
    return startsOn <= endedOn && (last === null || last >= since || status === 'active');
  });
  if (!wasPrescribed) return null;
  const until = addDays(endedOn, MEDICATION_DAYS - 1);
  const inForce = supplies.map((supply) => ({ ...supply, inForce: supply.status === 'active' }));
  return supplyGaps(inForce, endedOn, today)
    .filter(({ from }) => from <= until)
    .map((gap) => ({ ...gap, to: gap.to < until ? gap.to : until }));
}
