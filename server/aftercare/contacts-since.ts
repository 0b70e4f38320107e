import { type RawBuilder, sql } from 'kysely';
import { standingContacts } from '../outreach/standing-contacts.ts';

/** Contacts with the client of the discharge `l` since then, up to an instant, oldest first; NULL while in care. */
export const contactsSince = (asOf: Date): RawBuilder<unknown> => sql`(
  SELECT json_agg(json_build_object('id', k.id, 'at', date_part('epoch', k.at) * 1000, 'mode', k.mode, 'result', k.result,
           'by', k.made_by, 'nextStepOn', k.next_step_on, 'ends', k.follow_up ->> 'ends', 'followUp', k.follow_up)
           ORDER BY k.at, k.id)
    FROM ${standingContacts('k')}
   WHERE k.client_id = l.client_id AND k.at <= ${asOf.toISOString()}::timestamptz
     AND (k.at AT TIME ZONE l.zone)::date >= l.ended)`;
