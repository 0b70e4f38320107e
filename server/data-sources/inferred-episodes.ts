import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { ATTENDED } from '#domain/attendance/attendance-status';
import {
  type AttendedSession,
  inferEpisodes,
  type InferredEpisode,
  mostNamed,
} from '#domain/episode/inferred-episodes';
import type { Scoped } from '../database/database.ts';
import { deleteRows, upsertRows } from '../database/rows.ts';
import type { Ref } from '../fhir/translate/translation.ts';
import { rulesOf } from '../settings/rules.ts';
import { byKey, type Identities, keyOf } from './identities.ts';
import type { Source } from './source-records.ts';

interface Session extends AttendedSession {
  client_id: string;
  facilitator_id: string | null;
  unit_id: string | null;
}

/** A row of `episode` as far as an inferred one can be known: its level and its team are not. */
interface EpisodeRow {
  organization_id: string;
  id: string;
  client_id: string;
  status: 'active';
  inferred: true;
  admitted_on: string;
  last_contact_on: string;
  unit_id: string | null;
  counselor_id: string | null;
}

/**
 * Works out anew the episodes of these clients of whose episodes the source does not tell, and takes
 * them away where it does now; returns the clients for whom that changed anything.
 *
 * It goes in a circle: a session takes its episode from `episode`, and these take theirs from the
 * sessions. What became of a session does not depend on its episode, though. So outcomes are settled
 * first, these follow from them, and whoever is returned here has their sessions settled once more.
 */
export async function renewInferredEpisodes(
  scoped: Scoped,
  source: Source,
  clientIds: readonly string[],
  ids: Identities,
): Promise<string[]> {
  const { organizationId } = source;
  const asked = [...new Set(clientIds)];
  const before = await inferredOf(scoped, organizationId, asked);
  const untold = await clientsWithoutEpisode(scoped, organizationId, asked);
  if (before.length + untold.length === 0) return [];
  const after = await episodesOf(scoped, source, untold, ids);
  const stood = new Map(before.map((row) => [row.id, row]));
  const stay = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !stay.has(id));
  const changed = after.filter((row) => !isDeepStrictEqual({ ...stood.get(row.id) }, row));
  await deleteRows(
    scoped,
    'episode',
    'id',
    gone.map(({ id }) => id),
  );
  await upsertRows(scoped, 'episode', ['organization_id', 'id'], changed);
  return [...new Set([...gone, ...changed].map(({ client_id }) => client_id))];
}

async function inferredOf(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
): Promise<EpisodeRow[]> {
  if (clientIds.length === 0) return [];
  const { rows } = await sql<EpisodeRow>`
    SELECT organization_id, id, client_id, status, inferred, admitted_on, last_contact_on, unit_id, counselor_id
      FROM episode WHERE organization_id = ${organizationId}
       AND client_id = ANY(${clientIds}::uuid[]) AND inferred`.execute(scoped);
  return rows;
}

async function clientsWithoutEpisode(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
): Promise<string[]> {
  if (clientIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM unnest(${clientIds}::uuid[]) AS c(id)
     WHERE NOT EXISTS (SELECT FROM episode e WHERE e.organization_id = ${organizationId}
                          AND e.client_id = c.id AND NOT e.inferred)`.execute(scoped);
  return rows.map(({ id }) => id);
}

async function episodesOf(
  scoped: Scoped,
  source: Source,
  clientIds: readonly string[],
  ids: Identities,
): Promise<EpisodeRow[]> {
  const sessions = await attendedBy(scoped, source.organizationId, clientIds);
  if (sessions.length === 0) return [];
  const rules = await rulesOf(scoped, source.organizationId);
  const episodes = [...Map.groupBy(sessions, ({ client_id }) => client_id)].flatMap(
    ([clientId, attended]) =>
      inferEpisodes(attended, (day) => rules.on(day)).map((episode) => ({
        clientId,
        episode,
        ref: refOf(clientId, episode),
      })),
  );
  await ids.meet(scoped, source, byKey(episodes.map(({ ref }) => ref)));
  const counselors = await counselorsNamed(scoped, source.organizationId, clientIds);
  const keys = await sourceKeysOf(
    scoped,
    source,
    sessions.flatMap(({ facilitator_id, unit_id }) => [facilitator_id, unit_id]),
  );
  const mostOf = (attended: readonly Session[], namedBy: (session: Session) => string | null) =>
    mostNamed(attended, namedBy, (id) => keys.get(id) ?? '');
  return episodes.map(({ clientId, episode, ref }) => ({
    organization_id: source.organizationId,
    id: ids.get(keyOf(ref)) ?? '',
    client_id: clientId,
    status: 'active',
    inferred: true,
    admitted_on: episode.admittedOn,
    last_contact_on: episode.lastContactOn,
    unit_id: mostOf(episode.sessions, ({ unit_id }) => unit_id),
    counselor_id:
      counselors.get(clientId) ?? mostOf(episode.sessions, ({ facilitator_id }) => facilitator_id),
  }));
}

/** It has no resource of its own: whose it is and when it began stand for one. */
const refOf = (clientId: string, { admittedOn }: InferredEpisode<Session>): Ref => ({
  type: 'inferred-episode',
  id: `${clientId}/${admittedOn}`,
});

async function attendedBy(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
): Promise<Session[]> {
  if (clientIds.length === 0) return [];
  const { rows } = await sql<Session>`
    SELECT a.client_id, a.week + a.weekday - 1 AS day, (date_part('epoch', a.starts_at) * 1000)::float8 AS "startsAt", a.kind,
           a.facilitator_id, s.unit_id
      FROM attendance a
      LEFT JOIN service s ON s.organization_id = a.organization_id AND s.id = a.service_id
     WHERE a.organization_id = ${organizationId} AND a.client_id = ANY(${clientIds}::uuid[])
       AND a.outcome = ANY(${ATTENDED}::text[])`.execute(scoped);
  return rows;
}

/** Whom the care teams of these clients name, where all of a client's name the same one. */
async function counselorsNamed(
  scoped: Scoped,
  organizationId: string,
  clientIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ client_id: string; counselor_id: string }>`
    SELECT client_id, min(counselor_id::text)::uuid AS counselor_id FROM client_counselor
     WHERE organization_id = ${organizationId} AND client_id = ANY(${clientIds}::uuid[])
     GROUP BY client_id HAVING count(DISTINCT counselor_id) = 1`.execute(scoped);
  return new Map(rows.map(({ client_id, counselor_id }) => [client_id, counselor_id]));
}

/** The source's own keys of staff and units: their records may not have come yet. */
async function sourceKeysOf(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  named: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(named)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; source_key: string }>`
    SELECT id, source_key FROM identity
     WHERE organization_id = ${organizationId} AND source_id = ${sourceId}
       AND resource_type IN ('Practitioner', 'Organization')
       AND id = ANY(${ids}::uuid[])`.execute(scoped);
  return new Map(rows.map(({ id, source_key }) => [id, source_key]));
}
