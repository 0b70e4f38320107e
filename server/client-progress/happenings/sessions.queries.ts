import { sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import { statusAt } from '#domain/attendance/status-at';
import type { Scoped } from '../../database/database.ts';
import { rulesOf } from '../../settings/rules.ts';
import { type AskedOf, happened, type Happened } from './happened.ts';

interface Row {
  recordId: string;
  encounterId: string | null;
  startsAt: string;
  endsAt: string;
  outcome: Outcome | null;
  waitlisted: boolean;
  walkIn: boolean;
  service: string;
  facilitator: string | null;
  knownAt: string | null;
}

/** Sessions that have begun, each with its status; late by when its outcome was first recorded. */
export async function findSessionsHeld(
  scoped: Scoped,
  { organizationId, clientId, asOf }: AskedOf,
): Promise<Happened[]> {
  const { rows } = await sql<Row>`
    SELECT a.record_id AS "recordId", a.encounter_id AS "encounterId", a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.outcome, a.waitlisted, a.walk_in AS "walkIn",
           coalesce(service.name, a.service_name, a.kind) AS service, a.first_recorded_at AS "knownAt",
           nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), '') AS facilitator
      FROM attendance a
      LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
      LEFT JOIN staff s ON s.organization_id = a.organization_id AND s.id = a.facilitator_id
     WHERE a.organization_id = ${organizationId} AND a.client_id = ${clientId}
       AND a.starts_at <= ${asOf.toISOString()}::timestamptz AND NOT a.waitlisted`.execute(scoped);
  const rules = (await rulesOf(scoped, organizationId)).at(asOf);
  return rows.map(
    ({ recordId, encounterId, startsAt, endsAt, outcome, walkIn, service, facilitator, knownAt }) =>
      happened({
        id: `session:${recordId}`,
        kind: 'session',
        at: startsAt,
        what: service,
        detail: walkIn ? 'walk-in' : null,
        status: statusAt(
          { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), outcome },
          asOf.getTime(),
          rules,
        ),
        recordId,
        recordIds: encounterId === null ? [recordId] : [recordId, encounterId],
        by: facilitator,
        knownAt,
      }),
  );
}
