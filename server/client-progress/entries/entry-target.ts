import { sql } from 'kysely';
import { sourceVersion } from '#domain/episode/against-source';
import type { NewClientEntry } from '#domain/client-progress/client-entry.contract';
import { type PlanRecord, planRecord, sourcePlan } from '../../caseload/current-plan.ts';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import { findStays } from '../shown-episode.ts';
import { ofClient } from './client-entries.queries.ts';

/** What an entry is of, as it stands: `missing` where there is none, `before` where the stay began later, `ahead` where the day has not come. */
export type Target =
  { is: 'missing' } | { is: 'before' } | { is: 'ahead' } | { is: 'there'; basedOn: unknown };

const MISSING: Target = { is: 'missing' };
const THERE: Target = { is: 'there', basedOn: null };

/** Looks for what an entry is of, and keeps what the source says of the same. */
export async function targetOf(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  entry: NewClientEntry,
  now: Date,
): Promise<Target> {
  switch (entry.kind) {
    case 'score-review':
      return (await isScore(scoped, reader, clientId, entry.says)) ? THERE : MISSING;
    case 'barrier-resolved':
      return (await isEntry(scoped, reader, clientId, entry.says.of)) ? THERE : MISSING;
    case 'phase':
      return ofPlan(scoped, reader, clientId, entry, entry.says.from, now);
    case 'planned-discharge':
      return ofPlan(scoped, reader, clientId, entry, entry.says.on, now);
    case 'aftercare-milestone':
    case 'plan-content':
      return (await isStay(scoped, reader, clientId, entry.episodeId ?? null)) ? THERE : MISSING;
    case 'dimensions':
    case 'working-alliance':
      return ofStay(scoped, reader, clientId, entry, now);
    default:
      return THERE;
  }
}

async function isScore(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  { instrument, day }: { instrument: string; day: string },
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM score WHERE organization_id = ${organizationId} AND client_id = ${clientId}
       AND instrument = ${instrument} AND day = ${day}`.execute(scoped);
  return rows.length > 0;
}

async function isStay(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  episodeId: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM episode WHERE organization_id = ${organizationId} AND client_id = ${clientId} AND id = ${episodeId}::uuid`.execute(
    scoped,
  );
  return rows.length > 0;
}

async function isEntry(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  id: string,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM client_entry entry
     WHERE ${ofClient(organizationId, clientId)} AND entry.id = ${id} AND entry.kind = 'barrier'`.execute(
    scoped,
  );
  return rows.length > 0;
}

/** Of a stay of the client's, up to today. Dimensions are assessed before admission too: that decides on it. */
async function ofStay(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  { kind, episodeId, says }: Extract<NewClientEntry, { kind: 'dimensions' | 'working-alliance' }>,
  now: Date,
): Promise<Target> {
  const stays = await findStays(scoped, organizationId, clientId, now);
  const stay = stays.find(({ id }) => id === episodeId);
  if (!stay) return MISSING;
  if (says.on > stay.today) return { is: 'ahead' };
  if (kind === 'working-alliance' && says.on < stay.admittedOn) return { is: 'before' };
  return THERE;
}

/** A stay's plan: it has to be one of the client's, and nothing of it is planned for a day before it. */
async function ofPlan(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  { kind, episodeId }: Extract<NewClientEntry, { kind: 'phase' | 'planned-discharge' }>,
  day: string,
  now: Date,
): Promise<Target> {
  const { rows } = await sql<PlanRecord & { isBefore: boolean }>`
    SELECT ${day}::date < e.admitted_on AS "isBefore", plan.phases, plan.changes
      FROM episode e
     CROSS JOIN LATERAL (${planRecord(organizationId, sql`e.client_id`, sql`e.id`, now)}) plan
     WHERE e.organization_id = ${organizationId} AND e.client_id = ${clientId} AND e.id = ${episodeId ?? null}::uuid`.execute(
    scoped,
  );
  const [episode] = rows;
  if (!episode) return MISSING;
  if (episode.isBefore) return { is: 'before' };
  const source = sourcePlan(episode.phases ?? [], now.toISOString().slice(0, 10));
  return { is: 'there', basedOn: sourceVersion(kind, source) };
}
