import { type RawBuilder, sql } from 'kysely';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import { standingContacts } from '../outreach/standing-contacts.ts';
import { notAdmitted } from './is-waiting.ts';

/**
 * Clients who left and accepted a return to care at a follow-up, as requests: until they are admitted, decline
 * it or ask not to be called again, or the contact is withdrawn.
 */
export function returnsAccepted(asOf: Date): RawBuilder<unknown> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const day = sql`(k.at AT TIME ZONE ${OWN_TIME_ZONE})::date`;
  return sql`
    SELECT k.organization_id, k.client_id, NULL::uuid AS record_id, ${day} AS requested_on, NULL::uuid AS requester_id,
           NULL::text AS requester_name, k.made_by AS offered_by
      FROM ${standingContacts('k')}
     WHERE k.follow_up ->> 'returnToCare' = 'accepted' AND k.at <= ${at} AND ${notAdmitted('k', day)}
       AND NOT EXISTS (SELECT FROM ${standingContacts('later')}
                        WHERE later.client_id = k.client_id AND later.at > k.at AND later.at <= ${at}
                          AND (later.follow_up ->> 'returnToCare' = 'declined' OR later.follow_up ->> 'ends' IS NOT NULL))`;
}
