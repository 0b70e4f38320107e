import { type RawBuilder, sql } from 'kysely';
import { againstSource } from '#domain/episode/against-source';
import {
  type ClientEntry,
  LAST_ONE_COUNTS,
  type NewClientEntry,
} from '#domain/client-progress/client-entry.contract';
import type { Day } from '#domain/calendar/calendar-day';
import { type PhaseTuple, sourcePlan } from '../../caseload/current-plan.ts';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';

/** Whose entries: those written of a record that was merged since have followed it. */
export const ofClient = (organizationId: string, clientId: string): RawBuilder<unknown> =>
  sql`entry.organization_id = ${organizationId} AND entry.client_id = ${clientId}`;

/** Of an entry that it stands at an instant. */
export const standsAt = (at: Date): RawBuilder<unknown> => sql`
  entry.made_at <= ${at.toISOString()}::timestamptz
  AND (entry.withdrawn_at IS NULL OR entry.withdrawn_at > ${at.toISOString()}::timestamptz)`;

interface EntryRow extends Pick<ClientEntry, 'id' | 'kind' | 'says' | 'by' | 'at' | 'episodeId'> {
  basedOn: unknown;
  phases: PhaseTuple[] | null;
}

/** What staff wrote of a client and stands at an instant, the newest first. */
export async function findClientEntries(
  scoped: Scoped,
  { organizationId }: Pick<Reader, 'organizationId'>,
  clientId: string,
  asOf: Date,
): Promise<ClientEntry[]> {
  const { rows } = await sql<EntryRow>`
    SELECT entry.id, entry.kind, entry.says, entry.made_by AS by, entry.made_at AS at, entry.episode_id AS "episodeId",
           entry.based_on AS "basedOn",
           CASE WHEN entry.based_on IS NOT NULL THEN (
             SELECT json_agg(json_build_array(ph.plan_id, ph.plan_starts_on, ph.plan_ends_on, ph.number,
                                              ph.starts_on, ph.ends_on, ph.minutes_per_week, ph.weekdays))
               FROM plan_phase ph WHERE ph.organization_id = entry.organization_id AND ph.client_id = ${clientId}) END AS phases
      FROM client_entry entry
     WHERE ${ofClient(organizationId, clientId)} AND ${standsAt(asOf)}
     ORDER BY entry.seq DESC`.execute(scoped);
  const today = asOf.toISOString().slice(0, 10);
  const counted = new Set<string>();
  return rows.map(({ basedOn, phases, ...row }) => {
    const entry = { ...row, sourceSays: null } as ClientEntry;
    // What was written before the last one of its kind counts no longer, and says nothing of the source.
    const of = `${entry.kind} ${entry.episodeId}`;
    if (!LAST_ONE_COUNTS.has(entry.kind) || counted.has(of)) return entry;
    counted.add(of);
    return { ...entry, sourceSays: sourceSaysOf(entry, basedOn, phases ?? [], today) };
  });
}

const sourceSaysOf = (
  entry: ClientEntry,
  basedOn: unknown,
  phases: readonly PhaseTuple[],
  today: Day,
): string | null =>
  entry.kind === 'phase' || entry.kind === 'planned-discharge'
    ? againstSource(entry, basedOn, sourcePlan(phases, today), today)
    : null;

/** Of a kind of which the last one counts the one that stands; of a barrier who resolved it, of aftercare what is of the same step or content. */
export async function lastStanding(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  { kind, says, episodeId = null }: NewClientEntry,
  now: Date,
): Promise<Pick<ClientEntry, 'id' | 'kind' | 'says' | 'by' | 'at'> | null> {
  const of =
    kind === 'barrier-resolved'
      ? sql`entry.says ->> 'of' = ${says.of}`
      : kind === 'aftercare-milestone'
        ? sql`entry.says ->> 'milestone' = ${says.milestone}`
        : kind === 'plan-content'
          ? sql`entry.says ->> 'content' = ${says.content}`
          : sql`true`;
  // Two who write at once wait for each other: the second finds what the first wrote.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind} ${clientId}`}, 0))`.execute(
    scoped,
  );
  const { rows } = await sql<Pick<ClientEntry, 'id' | 'kind' | 'says' | 'by' | 'at'>>`
    SELECT entry.id, entry.kind, entry.says, entry.made_by AS by, entry.made_at AS at
      FROM client_entry entry
     WHERE ${ofClient(organizationId, clientId)} AND ${standsAt(now)} AND entry.kind = ${kind} AND ${of}
       AND entry.episode_id IS NOT DISTINCT FROM ${episodeId}::uuid
     ORDER BY entry.seq DESC LIMIT 1`.execute(scoped);
  return rows[0] ?? null;
}

/** Adds an entry, once however often it is sent. */
export async function addClientEntry(
  scoped: Scoped,
  { organizationId, staffId, name }: Reader,
  clientId: string,
  { id, kind, says, episodeId = null }: NewClientEntry,
  basedOn: unknown,
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO client_entry (organization_id, id, client_id, episode_id, kind, says, based_on, made_by, made_by_staff, made_at)
    VALUES (${organizationId}, ${id}, ${clientId}, ${episodeId}::uuid, ${kind}, ${JSON.stringify(trimmed(says))}::jsonb,
            ${basedOn === null ? null : JSON.stringify(basedOn)}::jsonb, ${name}, ${staffId}::uuid, ${now.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
}

/** Takes back what was written about a client; it stays, with who and when. `false` where none stands in reach. */
export async function withdrawClientEntry(
  scoped: Scoped,
  { organizationId, name }: Reader,
  clientId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE client_entry entry SET withdrawn_by = ${name}, withdrawn_at = ${now.toISOString()}
     WHERE ${ofClient(organizationId, clientId)} AND entry.id = ${id} AND entry.withdrawn_at IS NULL
    RETURNING entry.id`.execute(scoped);
  return rows.length > 0;
}

/** What people type ends in spaces. */
const trimmed = (says: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(says).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : value,
    ]),
  );
