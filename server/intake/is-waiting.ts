import { sql } from 'kysely';

/**
 * Whether a referral `r` asks for help that has not begun: open at the source, made by or for somebody
 * who was not in care then, and not admitted since. A referral of a client in care is to what comes after.
 */
export const isWaiting = sql`(r.status IN ('active', 'on-hold') AND NOT EXISTS (
  SELECT FROM episode admitted
   WHERE admitted.organization_id = r.organization_id AND admitted.client_id = r.client_id
     AND admitted.status IN ('active', 'onhold', 'finished')
     AND (admitted.ended_on IS NULL OR admitted.ended_on > r.requested_on OR admitted.admitted_on >= r.requested_on)))`;
