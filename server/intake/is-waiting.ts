import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a referral `r` asks for help that has not begun: open at the source, made by or for somebody
 * who was not in care then, and not admitted since. A referral of a client in care is to what comes after.
 */
export const isWaiting: RawBuilder<unknown> = sql`(r.status IN ('active', 'on-hold') AND ${notAdmitted('r', sql`r.requested_on`)})`;

/** Whether the client of `of` was not in care on a day, and was not admitted since. */
export function notAdmitted(of: string, day: RawBuilder<unknown>): RawBuilder<unknown> {
  const organizationId = sql.ref(`${of}.organization_id`);
  const clientId = sql.ref(`${of}.client_id`);
  return sql`NOT EXISTS (
  SELECT FROM episode admitted
   WHERE admitted.organization_id = ${organizationId} AND admitted.client_id = ${clientId}
     AND admitted.status IN ('active', 'onhold', 'finished')
     AND (admitted.ended_on IS NULL OR admitted.ended_on > ${day} OR admitted.admitted_on >= ${day}))`;
}
