import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { Database, Scoped } from '../database/database.ts';
import type { Deletion } from '../fhir/client.ts';
import { type Arrival, arrivalOf } from './arrival.ts';
import { announce } from './change-channel.ts';
import { derive } from './derive.ts';
import type { Identities } from './identities.ts';
import { keepDeletions } from './keep-deletions.ts';
import { ALONE, type Turn } from './pages-in-turn.ts';
import { keepRecords, type Source } from './source-records.ts';
import { takeLease } from './sources.queries.ts';

export interface Progress {
  received: number;
  changed: number;
  heldBack: number;
}

export const noProgress: Progress = { received: 0, changed: 0, heldBack: 0 };

export const progressOf = (a: Progress, b: Progress): Progress => ({
  received: a.received + b.received,
  changed: a.changed + b.changed,
  heldBack: a.heldBack + b.heldBack,
});

/** Who takes in, when, and whether screens are waiting for it. */
export interface TakingIn {
  holder: string;
  receivedAt: Date;
  live: boolean;
  ids: Identities;
}

/** A page of resources, or of what was deleted. */
export interface Taken {
  resources: readonly FhirResource[];
  deletions?: readonly Deletion[];
}

/** Another server reads this source; this one leaves it to it. */
export class LeaseLost extends Error {
  override message = 'Another server is reading this source.';
}

/** What the same page says, worked out already. */
export interface Arrived {
  arrivals: readonly Arrival[];
  deletions?: readonly Deletion[];
}

/** Takes in one page, whole or not at all. */
export const takeInPage = (
  database: Database,
  source: Source,
  { resources, deletions = [] }: Taken,
  taking: TakingIn,
  alongside: Alongside,
): Promise<Progress> =>
  takeInArrived(
    database,
    source,
    { arrivals: resources.map((resource) => arrivalOf(resource)), deletions },
    taking,
    alongside,
  );

/** Writes how far the read has come, in the same transaction. */
type Alongside = (scoped: Scoped, progress: Progress) => Promise<void>;

/** Keeps what came, derives from what is new, and lets `alongside` say so. */
export function takeInArrived(
  database: Database,
  source: Source,
  { arrivals, deletions = [] }: Arrived,
  { holder, receivedAt, live, ids }: TakingIn,
  alongside: Alongside,
  turn: Turn = ALONE,
): Promise<Progress> {
  const taken = database.sync(source.organizationId, async (scoped) => {
    const lease = async () => {
      if (!(await takeLease(scoped, source, holder))) throw new LeaseLost();
    };
    // One behind another has the lease of that one until its own turn.
    if (!turn.follows) await lease();
    ids.trim();
    const at = receivedAt.toISOString();
    const records = [
      ...(await keepRecords(scoped, source, arrivals, at, ids, turn)),
      ...(await keepDeletions(scoped, source, deletions, at)),
    ];
    turn.kept(records.map(({ identityId }) => identityId));
    await turn.come();
    if (turn.follows) await lease();
    const { clientIds, heldBack } = await derive(scoped, source, records, ids);
    const progress = { received: arrivals.length, changed: records.length, heldBack };
    await alongside(scoped, progress);
    // A first read changes everything all the time; screens are told when its current part is there.
    if (live) await announce(scoped, source.organizationId, { topic: 'caseload', ids: clientIds });
    return progress;
  });
  return taken.catch(async (error: unknown) => {
    // The page before may still be derived from by what was met.
    await turn.come().catch(() => undefined);
    ids.forget();
    throw error;
  });
}

/** Adds to a run what a page brought. */
export async function noteProgress(
  scoped: Scoped,
  { organizationId }: Source,
  runId: string,
  message: string,
  { received, changed, heldBack }: Progress,
): Promise<void> {
  await sql`
    UPDATE sync_run SET message = ${message}, received = received + ${received},
           changed = changed + ${changed}, held_back = held_back + ${heldBack}
     WHERE organization_id = ${organizationId} AND id = ${runId}`.execute(scoped);
}
