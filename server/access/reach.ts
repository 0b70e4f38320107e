import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import { upsertRows } from '../database/rows.ts';
import { isWaiting } from '../intake/is-waiting.ts';

/**
 * Works out anew who may see these clients: by their episodes the counselor, and whoever supervises
 * the counselor's team or the team the episode names; while they wait for one, whoever supervises. Who sees a client sees the records that were
 * merged into theirs; `survivors` says which.
 */
export async function deriveReach(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
  survivors: ReadonlyMap<string, string>,
): Promise<void> {
  if (clientIds.length === 0) return;
  const asked = new Set(clientIds);
  const merged = [...survivors].filter(([id, into]) => asked.has(id) || asked.has(into));
  const all = [...asked, ...merged.map(([id]) => id)];
  await sql`DELETE FROM client_reach WHERE organization_id = ${organizationId}
               AND client_id = ANY(${all}::uuid[]) AND via <> 'roster'`.execute(scoped);
  await sql`
    INSERT INTO client_reach (organization_id, staff_id, client_id, via)
    SELECT e.organization_id, e.counselor_id, e.client_id, 'counselor'
      FROM episode e
     WHERE e.organization_id = ${organizationId} AND e.client_id = ANY(${clientIds}::uuid[])
       AND e.counselor_id IS NOT NULL
     UNION
    SELECT e.organization_id, supervisor.staff_id, e.client_id, 'supervisor'
      FROM episode e
      JOIN team_member counselor
        ON counselor.organization_id = e.organization_id AND counselor.staff_id = e.counselor_id
      JOIN team_member supervisor
        ON supervisor.organization_id = e.organization_id AND supervisor.team_id = counselor.team_id
       AND supervisor.supervises
     WHERE e.organization_id = ${organizationId} AND e.client_id = ANY(${clientIds}::uuid[])
     UNION
    SELECT e.organization_id, supervisor.staff_id, e.client_id, 'supervisor'
      FROM episode e
      JOIN team_member supervisor
        ON supervisor.organization_id = e.organization_id AND supervisor.team_id = e.team_id
       AND supervisor.supervises
     WHERE e.organization_id = ${organizationId} AND e.client_id = ANY(${clientIds}::uuid[])
     UNION
    SELECT r.organization_id, supervisor.staff_id, r.client_id, 'intake'
      FROM referral r
      JOIN team_member supervisor ON supervisor.organization_id = r.organization_id AND supervisor.supervises
     WHERE r.organization_id = ${organizationId} AND r.client_id = ANY(${clientIds}::uuid[])
       AND ${isWaiting}`.execute(scoped);
  await extendToMerged(scoped, organizationId, merged);
}

async function extendToMerged(
  scoped: Scoped,
  organizationId: string,
  merged: readonly (readonly [id: string, into: string])[],
): Promise<void> {
  if (merged.length === 0) return;
  const pairs = JSON.stringify(merged.map(([id, into]) => ({ id, into_id: into })));
  await sql`
    INSERT INTO client_reach (organization_id, staff_id, client_id, via)
    SELECT r.organization_id, r.staff_id, m.id, r.via
      FROM jsonb_to_recordset(${pairs}::jsonb) AS m(id uuid, into_id uuid)
      JOIN client_reach r ON r.organization_id = ${organizationId} AND r.client_id = m.into_id AND r.via <> 'roster'`.execute(
    scoped,
  );
}

/** Whoever leads a session sees the names on its roster. */
export async function extendRosters(
  scoped: Scoped,
  organizationId: string,
  sessions: readonly { client_id: string; facilitator_id: string | null }[],
): Promise<void> {
  const rosters = new Map(
    sessions.flatMap(({ client_id, facilitator_id }) =>
      facilitator_id === null
        ? []
        : [
            [
              `${facilitator_id} ${client_id}`,
              {
                organization_id: organizationId,
                staff_id: facilitator_id,
                client_id,
                via: 'roster',
              },
            ],
          ],
    ),
  );
  await upsertRows(
    scoped,
    'client_reach',
    ['organization_id', 'staff_id', 'client_id', 'via'],
    [...rosters.values()],
  );
}

/** Takes names from those who lead no session of these clients any more. */
export async function shortenRosters(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
): Promise<void> {
  if (clientIds.length === 0) return;
  await sql`
    DELETE FROM client_reach r
     WHERE r.organization_id = ${organizationId} AND r.via = 'roster' AND r.client_id = ANY(${clientIds}::uuid[])
       AND NOT EXISTS (SELECT FROM attendance a WHERE a.organization_id = r.organization_id
                          AND a.client_id = r.client_id AND a.facilitator_id = r.staff_id)`.execute(
    scoped,
  );
}

export async function everyClient(scoped: Scoped, organizationId: string): Promise<string[]> {
  const { rows } = await sql<{ client_id: string }>`
    SELECT DISTINCT client_id FROM episode WHERE organization_id = ${organizationId}`.execute(
    scoped,
  );
  return rows.map(({ client_id }) => client_id);
}

/**
 * The reach `r` of whoever answers for a client: figures are added up over these. Who leads a session
 * sees its roster, and a supervisor who waits, without either being among their own clients.
 */
export const ANSWERS_FOR = sql`r.via IN ('counselor', 'supervisor')`;
