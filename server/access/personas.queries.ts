import { sql } from 'kysely';
import type { Persona, SignInOptions } from '#domain/access/access.contract';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Database } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

interface Candidate {
  staff_id: string;
  name: string;
  title: string;
  site: string | null;
}

const DOES: Record<Persona, string> = {
  counselor: 'A caseload, its hours and absences, and the groups of the day',
  supervisor: 'The caseloads of a team, and clients without a counselor',
  director: 'Counts by site and program; names one recorded step away',
  peer: 'Whom to ask after today, of those who left; nothing of their treatment',
  aftercare: 'Every follow-up of those who left; nothing of their treatment',
  admin: 'The connection to the scheduling system; no client',
};

/**
 * Whom the demo's personas stand for: the counselor with the most open episodes, the supervisor of
 * that counselor's team, a director of the source, and who asks after those who left the counselor's site,
 * where it has them.
 */
export async function findPersonas(database: Database): Promise<Map<Persona, Reader>> {
  return database.gate(async (scoped) => {
    const { rows: organizations } = await sql<{
      id: string;
    }>`SELECT id FROM organization LIMIT 1`.execute(scoped);
    const organizationId = organizations[0]?.id;
    if (!organizationId) return new Map<Persona, Reader>();
    const nameOf = sql`concat_ws(' ', nullif(s.given_name, ''), s.family_name)`;
    const { rows: counselors } = await sql<{ staff_id: string; name: string }>`
      SELECT s.id AS staff_id, ${nameOf} AS name
        FROM staff s JOIN episode e ON e.organization_id = s.organization_id AND e.counselor_id = s.id
        JOIN team_member t ON t.organization_id = s.organization_id AND t.staff_id = s.id AND NOT t.supervises
       WHERE s.organization_id = ${organizationId} AND e.ended_on IS NULL AND e.status IN ('active', 'onhold')
       GROUP BY s.id, s.given_name, s.family_name ORDER BY count(DISTINCT e.id) DESC, s.family_name, s.id LIMIT 1`.execute(
      scoped,
    );
    const [counselor] = counselors;
    if (!counselor) return new Map<Persona, Reader>();
    const { rows: supervisors } = await sql<{ staff_id: string; name: string }>`
      SELECT s.id AS staff_id, ${nameOf} AS name
        FROM team_member own
        JOIN team_member t ON t.organization_id = own.organization_id AND t.team_id = own.team_id AND t.supervises
        JOIN staff s ON s.organization_id = t.organization_id AND s.id = t.staff_id
       WHERE own.organization_id = ${organizationId} AND own.staff_id = ${counselor.staff_id}
       ORDER BY s.family_name, s.id LIMIT 1`.execute(scoped);
    const { rows: directors } = await sql<Candidate>`
      SELECT s.id AS staff_id, ${nameOf} AS name
        FROM staff_role r JOIN staff s ON s.organization_id = r.organization_id AND s.id = r.staff_id
       WHERE r.organization_id = ${organizationId} AND r.title ILIKE '%director%'
       ORDER BY s.family_name, s.id LIMIT 1`.execute(scoped);
    const { rows: followers } = await sql<Candidate>`
      SELECT s.id AS staff_id, ${nameOf} AS name, r.title
        FROM staff_role r JOIN staff s ON s.organization_id = r.organization_id AND s.id = r.staff_id
       WHERE r.organization_id = ${organizationId} AND r.title ~* 'peer|aftercare'
       ORDER BY EXISTS (SELECT FROM staff_role own WHERE own.organization_id = r.organization_id
                           AND own.staff_id = ${counselor.staff_id} AND own.site_id = r.site_id) DESC,
                s.family_name, s.id`.execute(scoped);
    const follower = (word: RegExp) => followers.find(({ title }) => word.test(title));
    const [supervisor] = supervisors;
    const [peer, coordinator] = [follower(/peer/i), follower(/aftercare/i)];
    const as = (role: Persona, staffId: string | null, name: string): [Persona, Reader] => [
      role,
      { organizationId, staffId, role, name },
    ];
    return new Map([
      as('counselor', counselor.staff_id, counselor.name),
      ...(supervisor ? [as('supervisor', supervisor.staff_id, supervisor.name)] : []),
      as('director', directors[0]?.staff_id ?? null, directors[0]?.name ?? 'Program director'),
      ...(peer ? [as('peer', peer.staff_id, peer.name)] : []),
      ...(coordinator ? [as('aftercare', coordinator.staff_id, coordinator.name)] : []),
      as('admin', null, 'Administrator'),
    ]);
  });
}

export const personaOptions = (personas: ReadonlyMap<Persona, Reader>): SignInOptions => ({
  personas: [...personas].map(([persona, { name }]) => ({ persona, name, does: DOES[persona] })),
});

/** The site a person works at, and the calendar there; for who has none, that of most sites. */
export async function siteOf(
  database: Database,
  { organizationId, staffId }: Reader,
): Promise<{ site: string | null; timeZone: string }> {
  return database.gate(async (scoped) => {
    const { rows } = await sql<{ name: string; time_zone: string; works: boolean }>`
      SELECT site.name, site.time_zone,
             EXISTS (SELECT FROM staff_role r WHERE r.organization_id = site.organization_id
                        AND r.site_id = site.id AND r.staff_id = ${staffId}) AS works
        FROM site WHERE site.organization_id = ${organizationId}
       ORDER BY works DESC, count(*) OVER (PARTITION BY site.time_zone) DESC, site.name LIMIT 1`.execute(
      scoped,
    );
    const [first] = rows;
    return { site: first?.works ? first.name : null, timeZone: first?.time_zone ?? OWN_TIME_ZONE };
  });
}
