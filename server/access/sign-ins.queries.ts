import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { FOLLOWS_UP } from '#domain/access/follows-up';
import type { Database } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** After so long without a person's act they are signed off (45 CFR 164.312(a)(2)(iii)). */
export const SIGN_OFF_MINUTES = 15;

const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/** Signs somebody in; returns the token their browser keeps. */
export async function signIn(
  database: Database,
  { organizationId, staffId, role, name }: Reader,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.gate(async (scoped) => {
    await sql`DELETE FROM sign_in WHERE last_act_at < now() - make_interval(mins => ${SIGN_OFF_MINUTES})`.execute(
      scoped,
    );
    await sql`
      INSERT INTO sign_in (organization_id, token_digest, role, staff_id, name, signed_in_at, last_act_at)
      VALUES (${organizationId}, ${digest(token)}, ${role}, ${staffId}, ${name}, now(), now())`.execute(
      scoped,
    );
  });
  return token;
}

/**
 * Who a token stands for, and for whom they stand in `now`; `null` when nobody, or not any more. `act`
 * says that a person did something: only that puts the automatic sign-off further away.
 */
export function readerOf(
  database: Database,
  token: string,
  act: boolean,
  now: Date,
): Promise<Reader | null> {
  return database.gate(async (scoped) => {
    const { rows } = await sql<Reader & { covers: string[]; idle: boolean }>`
      SELECT organization_id AS "organizationId", staff_id AS "staffId", role, name,
             last_act_at < now() - interval '20 seconds' AS idle,
             (SELECT coalesce(array_agg(DISTINCT c.away_staff), '{}') FROM coverage_period c
               WHERE c.organization_id = sign_in.organization_id AND c.covered_by = sign_in.staff_id
                 AND c.withdrawn_at IS NULL
                 AND (${now.toISOString()}::timestamptz AT TIME ZONE c.time_zone)::date BETWEEN c.from_day AND c.to_day) AS covers
        FROM sign_in
       WHERE token_digest = ${digest(token)}
         AND last_act_at >= now() - make_interval(mins => ${SIGN_OFF_MINUTES})`.execute(scoped);
    const [found] = rows;
    if (!found) return null;
    if (act && found.idle) {
      await sql`UPDATE sign_in SET last_act_at = now() WHERE token_digest = ${digest(token)}`.execute(
        scoped,
      );
    }
    return {
      organizationId: found.organizationId,
      staffId: found.staffId,
      role: found.role,
      name: found.name,
      ...(found.covers.length > 0 ? { covers: found.covers } : {}),
      ...(FOLLOWS_UP.includes(found.role) ? { now } : {}),
    };
  });
}

export async function signOut(database: Database, token: string): Promise<void> {
  await database.gate(async (scoped) => {
    await sql`DELETE FROM sign_in WHERE token_digest = ${digest(token)}`.execute(scoped);
  });
}
