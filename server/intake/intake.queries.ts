import { sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import { statusAt } from '#domain/attendance/status-at';
import { daysBetween, localTime } from '#domain/calendar/calendar-day';
import type { WaitingClient } from '#domain/intake/intake.contract';
import { byPriorityAndWait, intakePriority } from '#domain/intake/intake-priority';
import { intakeStep } from '#domain/intake/intake-step';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { isWaiting } from './is-waiting.ts';
import { returnsAccepted } from './returns-accepted.ts';

type AssessmentTuple = [
  recordId: string,
  startsAt: number,
  endsAt: number,
  outcome: Outcome | null,
  waitlisted: boolean,
  site: string | null,
  timeZone: string | null,
];

interface Row {
  clientId: string;
  familyName: string;
  givenName: string;
  recordNumber: string | null;
  requestId: string | null;
  offeredBy: string | null;
  requestedOn: string | null;
  referredBy: string | null;
  plannedEpisodeId: string | null;
  plannedOn: string | null;
  pregnancyIds: string[];
  injectingIds: string[];
  assessments: AssessmentTuple[] | null;
}

/** TEDS, route of administration: 4 is injection. */
const INJECTION = '4';

/** Who asked for help by `asOf` and waits, of those whom the reader may see; in the order of the list. */
export async function findWaiting(
  scoped: Scoped,
  { organizationId }: Reader,
  asOf: Date,
): Promise<WaitingClient[]> {
  const at = asOf.toISOString();
  const { rows } = await sql<Row>`
    WITH open AS (
      -- Of several requests of one client the first: since then they wait.
      SELECT DISTINCT ON (asked.client_id) asked.* FROM (
        SELECT r.organization_id, r.client_id, r.record_id, r.requested_on, r.requester_id, r.requester_name,
               NULL::text AS offered_by
          FROM referral r
         WHERE r.organization_id = ${organizationId} AND ${isWaiting}
           AND (r.requested_on IS NULL OR r.requested_on <= ${at.slice(0, 10)}::date)
         UNION ALL ${returnsAccepted(asOf)}) asked
       ORDER BY asked.client_id, asked.requested_on, asked.record_id
    )
    SELECT r.client_id AS "clientId", c.family_name AS "familyName", c.given_name AS "givenName",
           cp.record_number AS "recordNumber", r.record_id AS "requestId", r.requested_on AS "requestedOn",
           r.offered_by AS "offeredBy",
           coalesce(r.requester_name, nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), ''), unit.name) AS "referredBy",
           planned.id AS "plannedEpisodeId", planned.admitted_on AS "plannedOn",
           ARRAY(SELECT d.record_id FROM diagnosis d WHERE d.organization_id = r.organization_id AND d.client_id = r.client_id
                    AND d.kind = 'pregnancy' AND coalesce(d.status, 'active') IN ('active', 'recurrence', 'relapse')
                    AND coalesce(d.verification, 'confirmed') NOT IN ('refuted', 'entered-in-error')
                    AND (d.ended_on IS NULL OR d.ended_on > ${at.slice(0, 10)}::date)) AS "pregnancyIds",
           ARRAY(SELECT q.record_id FROM admission_answer q WHERE q.organization_id = r.organization_id
                    AND q.client_id = r.client_id AND q.question = 'ROUTE_OF_USE' AND ${INJECTION} = ANY(q.given)
                    AND q.answered_on <= ${at.slice(0, 10)}::date + 1) AS "injectingIds",
           assessed.assessments
      FROM open r
      JOIN client c ON c.organization_id = r.organization_id AND c.id = r.client_id
      LEFT JOIN client_particulars cp ON cp.organization_id = r.organization_id AND cp.client_id = r.client_id
      LEFT JOIN staff s ON s.organization_id = r.organization_id AND s.id = r.requester_id
      LEFT JOIN unit ON unit.organization_id = r.organization_id AND unit.id = r.requester_id
      LEFT JOIN LATERAL (SELECT e.id, e.admitted_on FROM episode e WHERE e.organization_id = r.organization_id
                            AND e.client_id = r.client_id AND e.status IN ('planned', 'waitlist')
                          ORDER BY e.admitted_on, e.id LIMIT 1) planned ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(a.record_id, date_part('epoch', a.starts_at) * 1000,
                 date_part('epoch', a.ends_at) * 1000, a.outcome, a.waitlisted, site.name, site.time_zone)) AS assessments
          FROM attendance a
          LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
         WHERE a.organization_id = r.organization_id AND a.client_id = r.client_id AND a.kind = 'assessment'
           AND (r.requested_on IS NULL OR a.starts_at >= r.requested_on)) assessed ON true`.execute(
    scoped,
  );
  const rules = (await rulesOf(scoped, organizationId)).at(asOf);
  return rows.map((row) => waitingOf(row, asOf, rules)).sort(byPriorityAndWait(rules));
}

function waitingOf(row: Row, asOf: Date, rules: ProgramDefaults): WaitingClient {
  const now = asOf.getTime();
  const tuples = row.assessments ?? [];
  const assessments = tuples.map(([recordId, startsAt, endsAt, outcome, waitlisted]) => ({
    recordId,
    startsAt,
    status: waitlisted
      ? ('waitlist' as const)
      : statusAt({ startsAt, endsAt, outcome }, now, rules),
  }));
  const { step, assessment } = intakeStep(assessments, row.plannedEpisodeId !== null);
  const [, , , , , site = null, timeZone = null] =
    tuples.find(([recordId]) => recordId === assessment?.recordId) ?? [];
  const zone = timeZone ?? OWN_TIME_ZONE;
  const { day } = localTime(now, zone);
  const { clientId, familyName, givenName, recordNumber, requestId, requestedOn, referredBy } = row;
  const { offeredBy } = row;
  return {
    clientId,
    familyName,
    givenName,
    recordNumber,
    requestId,
    offeredBy,
    requestedOn,
    daysWaiting: requestedOn === null ? null : Math.max(0, daysBetween(requestedOn, day)),
    referredBy,
    priority: intakePriority(row.pregnancyIds.length > 0, row.injectingIds.length > 0),
    priorityRecordIds: [...row.pregnancyIds, ...row.injectingIds],
    step,
    stepAt: assessment ? new Date(assessment.startsAt).toISOString() : null,
    stepOn: step === 'admission-planned' ? row.plannedOn : null,
    stepRecordId:
      step === 'admission-planned' ? row.plannedEpisodeId : (assessment?.recordId ?? null),
    site,
    timeZone: zone,
  };
}
