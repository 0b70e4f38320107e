import { type RawBuilder, sql } from 'kysely';

/** FHIR R4 v3-ActCode: the class of an encounter by video or phone. */
const VIRTUAL = 'VR';

/**
 * The encounter in which the client of the attendance `a` was met by an instant: when it began, and
 * whether by telehealth. The class stands in the record as received alone.
 */
export const metIn = (at: RawBuilder<unknown>) => sql`(
        SELECT e.started_at, r.body::json #>> '{class,code}' = ${VIRTUAL} AS virtual
          FROM encounter e
          JOIN source_record r ON r.organization_id = e.organization_id AND r.identity_id = e.id
         WHERE e.organization_id = a.organization_id AND e.id = a.encounter_id AND e.started_at <= ${at}
         ORDER BY r.received_seq DESC LIMIT 1)`;
