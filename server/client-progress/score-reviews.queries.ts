import { sql } from 'kysely';
import type { NewScoreReview } from '#domain/client-progress/score-review.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** Writes what was made of a score, once however often it is sent; `false` where no such score is to be seen. */
export async function reviewScore(
  scoped: Scoped,
  { organizationId, staffId, name }: Reader,
  clientId: string,
  { id, instrument, day, plan, because }: NewScoreReview,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM score WHERE organization_id = ${organizationId} AND client_id = ${clientId}
       AND instrument = ${instrument} AND day = ${day}`.execute(scoped);
  if (rows.length === 0) return false;
  await sql`
    INSERT INTO score_review (organization_id, id, client_id, instrument, day, plan, because, made_by, made_by_staff, made_at)
    VALUES (${organizationId}, ${id}, ${clientId}, ${instrument}, ${day}, ${plan}, ${because.trim()}, ${name},
            ${staffId}::uuid, ${now.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
  return true;
}
