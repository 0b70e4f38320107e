import { sql } from 'kysely';
import { planInForce } from '#domain/episode/plan-in-force';
import { type PlanRecord, planRecord, sourcePlan } from '../../caseload/current-plan.ts';
import type { Scoped } from '../../database/database.ts';
import type { AskedOf } from './happened.ts';

/** Phases of the source's plans in whose place something else counts, since staff wrote so: by plan and number. */
export async function findSupersededPhases(
  scoped: Scoped,
  { organizationId, clientId, asOf, today }: AskedOf,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<PlanRecord>`
    SELECT plan.phases, plan.changes FROM episode e
     CROSS JOIN LATERAL (${planRecord(organizationId, sql`e.client_id`, sql`e.id`, asOf)}) plan
     WHERE e.organization_id = ${organizationId} AND e.client_id = ${clientId} AND plan.changes IS NOT NULL
       AND e.admitted_on <= ${today}::date`.execute(scoped);
  return new Set(
    rows.flatMap(({ phases, changes }) => {
      const source = sourcePlan(phases ?? [], today);
      const held = planInForce(source, changes ?? []);
      const counts = new Set(held?.phases.map(({ number, startsOn }) => `${number} ${startsOn}`));
      return (source?.phases ?? [])
        .filter(({ number, startsOn }) => !counts.has(`${number} ${startsOn}`))
        .map(({ number }) => `${source?.planId} ${number}`);
    }),
  );
}
