import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import { type PlanRecord, planRecord } from '../caseload/current-plan.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { answersFor, type SessionScope } from '../measures/session-scope.ts';
import { rulesOf } from '../settings/rules.ts';
import { hasContact } from './has-contact.ts';

/** An episode with its client's plans, and its minutes week by week. */
export interface DosedEpisode extends PlanRecord {
  clientId: string;
  levelCode: string | null;
  programId: string | null;
  admittedOn: Day;
  endedOn: Day | null;
  weeks: [week: Day, recorded: number, assumed: number][] | null;
}

/**
 * Episodes of the scope that lie in the period, in whole or in part. One inferred from sessions has
 * ended with its last contact once it is out of contact on the day of the figure.
 */
export async function findDosedEpisodes(
  scoped: Scoped,
  reader: Reader,
  { from, to, counselor: named, site, program, level, track }: SessionScope,
  today: Day,
  asOf: Date,
): Promise<DosedEpisode[]> {
  const { organizationId, role, staffId } = reader;
  // A counselor who names nobody means their own caseload.
  const counselor = named ?? (role === 'counselor' ? staffId : undefined);
  const narrowed = [
    counselor ? sql`e.counselor_id = ${counselor}` : null,
    level ? sql`e.level_code = ${level}` : null,
    site ? sql`p.site_id = ${site}` : null,
    program ? sql`p.id = ${program}` : null,
    track ? sql`p.track = ${track}` : null,
  ].filter((condition) => condition !== null);
  const day = sql`${today}::date`;
  const { noContactDays } = (await rulesOf(scoped, organizationId)).on(today);
  const goesOn = hasContact(sql`e.last_contact_on`, day, sql`${noContactDays}`);
  const endedOn = sql`CASE WHEN ${goesOn} THEN e.ended_on ELSE e.last_contact_on END`;
  const { rows } = await sql<DosedEpisode>`
    SELECT e.client_id AS "clientId", e.level_code AS "levelCode", p.id AS "programId", e.admitted_on AS "admittedOn", ${endedOn} AS "endedOn",
           plan.phases, plan.changes, minutes.weeks
      FROM episode e
      LEFT JOIN LATERAL (SELECT p.* FROM program p WHERE p.organization_id = e.organization_id
                            AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
      CROSS JOIN LATERAL (${planRecord(organizationId, sql`e.client_id`, sql`e.id`, asOf)}) plan
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(w.week, w.recorded, w.assumed)) AS weeks
          FROM (SELECT w.week, sum(w.recorded_minutes) AS recorded, sum(w.assumed_minutes) AS assumed
                  FROM episode_week w
                 WHERE w.organization_id = e.organization_id AND w.client_id = e.client_id AND w.episode_id = e.id
                   AND w.week BETWEEN ${from}::date AND ${to}::date
                 GROUP BY w.week) w) minutes ON true
     WHERE e.organization_id = ${organizationId} AND ${answersFor(reader, sql`e.client_id`)}
       AND e.admitted_on <= ${to}::date AND (${endedOn} IS NULL OR ${endedOn} > ${from}::date)
       AND e.status IN ('active', 'onhold', 'finished')
       ${sql.join(
         narrowed.map((condition) => sql`AND ${condition}`),
         sql` `,
       )}`.execute(scoped);
  return rows;
}
