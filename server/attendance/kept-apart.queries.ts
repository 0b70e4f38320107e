import { sql } from 'kysely';
import type { KeptApart, NewKeptApart, StandingPair } from '#domain/attendance/kept-apart.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** Whom a client was kept apart from at an instant, the last that was written down first. */
export async function findKeptApart(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  asOf: Date,
): Promise<KeptApart[]> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const { rows } = await sql<KeptApart>`
    SELECT k.id, k.reason, k.made_by AS by, k.made_at AS at,
           CASE WHEN c.id IS NULL THEN NULL
                ELSE json_build_object('clientId', c.id, 'familyName', c.family_name, 'givenName', c.given_name) END AS other
      FROM kept_apart k
     CROSS JOIN LATERAL (SELECT survivor_of(k.client_id) AS one, survivor_of(k.other_id) AS two) pair
      LEFT JOIN client c ON c.organization_id = k.organization_id
       AND c.id = CASE WHEN pair.one = ${clientId} THEN pair.two ELSE pair.one END
     WHERE k.organization_id = ${organizationId} AND ${clientId}::uuid IN (pair.one, pair.two)
       AND pair.one <> pair.two AND k.made_at <= ${at} AND (k.withdrawn_at IS NULL OR k.withdrawn_at > ${at})
     ORDER BY k.made_at DESC, k.id`.execute(scoped);
  return rows;
}

/** What became of a pair that was written down; `isNew` where it did not stand already. */
export interface WrittenPair {
  stands: StandingPair;
  isNew: boolean;
}

/** Keeps two clients apart, once whoever writes it and however often; `null` where one of them is not to be seen. */
export async function keepApart(
  scoped: Scoped,
  { organizationId, staffId, name }: Reader,
  { id, clientId, otherId, reason }: NewKeptApart,
  now: Date,
): Promise<WrittenPair | null> {
  // The first by the particulars: a roster shows names of clients whose record is out of reach.
  const { rows } = await sql`
    SELECT FROM client_particulars p
      JOIN client other ON other.organization_id = p.organization_id AND other.id = ${otherId}
     WHERE p.organization_id = ${organizationId} AND p.client_id = ${clientId}`.execute(scoped);
  if (rows.length === 0) return null;
  const before = await standingPair(scoped, organizationId, { id, clientId, otherId });
  if (before) return { stands: before, isNew: false };
  // Of two who write at once the second waits here for the first, and then finds what they wrote.
  const { rows: added } = await sql`
    INSERT INTO kept_apart (organization_id, id, client_id, other_id, reason, made_by, made_by_staff, made_at)
    VALUES (${organizationId}, ${id}, ${clientId}, ${otherId}, ${reason.trim()}, ${name}, ${staffId}::uuid,
            ${now.toISOString()})
    ON CONFLICT DO NOTHING RETURNING id`.execute(scoped);
  const stands = await standingPair(scoped, organizationId, { id, clientId, otherId });
  return stands && { stands, isNew: added.length > 0 };
}

/** The entry that was sent already, else the one that stands of the same two people. */
async function standingPair(
  scoped: Scoped,
  organizationId: string,
  { id, clientId, otherId }: Omit<NewKeptApart, 'reason'>,
): Promise<StandingPair | null> {
  const { rows } = await sql<StandingPair>`
    SELECT k.id, k.reason, k.made_by AS by, k.made_at AS at
      FROM kept_apart k
     CROSS JOIN (SELECT survivor_of(${clientId}) AS one, survivor_of(${otherId}) AS two) asked
     WHERE k.organization_id = ${organizationId}
       AND (k.id = ${id} OR (k.withdrawn_at IS NULL
            AND (survivor_of(k.client_id), survivor_of(k.other_id)) IN ((asked.one, asked.two), (asked.two, asked.one))))
     ORDER BY k.id <> ${id}, k.made_at`.execute(scoped);
  return rows[0] ?? null;
}

/** Whose pair was withdrawn; `null` where there is none that stands. */
export async function withdrawKeptApart(
  scoped: Scoped,
  { organizationId, name }: Reader,
  id: string,
  now: Date,
): Promise<string[] | null> {
  const { rows } = await sql<{ clientIds: string[] }>`
    UPDATE kept_apart SET withdrawn_by = ${name}, withdrawn_at = ${now.toISOString()}
     WHERE organization_id = ${organizationId} AND id = ${id} AND withdrawn_at IS NULL
    RETURNING ARRAY[survivor_of(client_id), survivor_of(other_id)] AS "clientIds"`.execute(scoped);
  return rows[0]?.clientIds ?? null;
}

/** Of clients in reach the sessions of the week ahead where somebody is booked from whom they are kept apart. */
export async function findSessionsKeptApart(
  scoped: Scoped,
  asOf: Date,
): Promise<Map<string, Set<string>>> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const { rows } = await sql<{ clientId: string; sessionId: string }>`
    SELECT client_id AS "clientId", session_id AS "sessionId"
      FROM sessions_kept_apart(${at}, ${at} + interval '8 days')`.execute(scoped);
  const found = new Map<string, Set<string>>();
  for (const { clientId, sessionId } of rows)
    found.set(clientId, (found.get(clientId) ?? new Set()).add(sessionId));
  return found;
}
