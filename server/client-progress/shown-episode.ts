import { sql } from 'kysely';
import type { StayAtLevel } from '#domain/client-progress/treatment-chain';
import { addDays, type Day, localTime } from '#domain/calendar/calendar-day';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import { hasContact } from '../attendance/has-contact.ts';
import type { Scoped } from '../database/database.ts';
import { rulesOf } from '../settings/rules.ts';

/** The episode that a client's page shows, on the calendar of its site. */
export interface ShownEpisode extends StayAtLevel {
  clientId: string;
  /** `null` where it ends after the moment that is asked for. */
  endedOn: Day | null;
  inferred: boolean;
  unitId: string | null;
  programId: string | null;
  referralId: string | null;
  timeZone: string;
  today: Day;
  /** Of the week that today lies in. */
  monday: Day;
  /** The last day that belongs to it, today while it goes on. */
  lastDay: Day;
}

interface StayRow extends Omit<ShownEpisode, 'level' | 'today' | 'monday' | 'lastDay'> {
  code: string | null;
  edition: string | null;
}

/** Every episode of a client that had begun at `asOf`, newest first. */
export async function findStays(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  asOf: Date,
): Promise<ShownEpisode[]> {
  const { noContactDays } = (await rulesOf(scoped, organizationId)).at(asOf);
  const day = asOf.toISOString().slice(0, 10);
  const goesOn = hasContact(sql`e.last_contact_on`, sql`${day}::date`, sql`${noContactDays}`);
  const { rows } = await sql<StayRow>`
    SELECT e.id, e.client_id AS "clientId", e.admitted_on AS "admittedOn", e.inferred, e.level_code AS code, e.level_edition AS edition,
           CASE WHEN ${goesOn} THEN e.ended_on ELSE e.last_contact_on END AS "endedOn",
           e.unit_id AS "unitId", e.referral_id AS "referralId", p.id AS "programId",
           coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS "timeZone"
      FROM episode e
      LEFT JOIN LATERAL (SELECT p.id, p.site_id FROM program p WHERE p.organization_id = e.organization_id
                            AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
      LEFT JOIN site ON site.organization_id = e.organization_id AND site.id = p.site_id
     WHERE e.organization_id = ${organizationId} AND e.client_id = ${clientId}
       AND e.status IN ('active', 'onhold', 'finished')
     ORDER BY e.admitted_on DESC, e.id`.execute(scoped);
  return rows
    .map(({ code, edition, ...stay }): ShownEpisode => {
      const { day: today, monday } = localTime(asOf.getTime(), stay.timeZone);
      const endedOn = stay.endedOn !== null && stay.endedOn <= today ? stay.endedOn : null;
      const lastDay = endedOn === null ? today : addDays(endedOn, -1);
      return { ...stay, level: code ? { code, edition } : null, endedOn, today, monday, lastDay };
    })
    .filter(({ admittedOn, today }) => admittedOn <= today);
}
