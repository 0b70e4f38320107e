import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import { rowsAsked } from '../database/rows.ts';
import type { Ref } from '../fhir/translate/translation.ts';

export const keyOf = ({ type, id }: Ref): string => `${type}/${id}`;

export const byKey = (refs: readonly Ref[]): ReadonlyMap<string, Ref> =>
  new Map(refs.map((ref) => [keyOf(ref), ref]));

/** More than two pages ever name; beyond it, those not named any more would fill the memory. */
const REMEMBERED = 400_000;

/**
 * Our ids of the source's resources. Remembers those met, page after page: the same clients and staff
 * are named all the time, and an identity is for ever.
 */
export class Identities {
  private met = new Map<string, string>();
  private metBefore = new Map<string, string>();
  private readonly remembered: number;

  constructor(remembered = REMEMBERED) {
    this.remembered = remembered;
  }

  /** By `keyOf`; of references that `meet` was asked for. */
  get(key: string): string | undefined {
    return this.met.get(key) ?? this.metBefore.get(key);
  }

  /**
   * Before a page: lets go what has not been met for long. What the page before has met stays, for
   * that may still be derived from.
   */
  trim(): void {
    if (this.met.size <= this.remembered) return;
    this.metBefore = this.met;
    this.met = new Map();
  }

  /** After a failure: ids that were given in its transaction are nobody's. */
  forget(): void {
    this.met.clear();
    this.metBefore.clear();
  }

  /**
   * Finds our id of each reference, by `keyOf`, and gives a new one, for ever, to those not met before; returns
   * which ids it gave.
   */
  async meet(
    scoped: Scoped,
    source: Owner,
    refs: Iterable<readonly [key: string, ref: Ref]>,
  ): Promise<ReadonlySet<string>> {
    const wanted = new Map<string, IdentityRow>();
    for (const [key, ref] of refs) {
      if (this.met.has(key) || wanted.has(key)) continue;
      const known = this.metBefore.get(key);
      // An id begins with the time it was given (UUIDv7, RFC 9562, section 5.7): rows that came
      // together lie together, however large their tables' indexes grow.
      if (known) this.met.set(key, known);
      else wanted.set(key, { id: randomUUIDv7(), resource_type: ref.type, source_key: ref.id });
    }
    if (wanted.size === 0) return new Set();
    const stood = await giveIds(scoped, source, [...wanted.values()]);
    const given = new Set<string>();
    for (const [key, { id }] of wanted) {
      const known = stood.get(key);
      if (!known) given.add(id);
      this.met.set(key, known ?? id);
    }
    return given;
  }
}

interface Owner {
  organizationId: string;
  sourceId: string;
}

/**
 * Gives the ids to those that have none yet, and returns the others', by `keyOf`. Nobody else gives ids
 * meanwhile: who reads the source holds its lease.
 */
async function giveIds(
  scoped: Scoped,
  { organizationId, sourceId }: Owner,
  wanted: readonly IdentityRow[],
): Promise<Map<string, string>> {
  const asked = await rowsAsked(scoped, 'identity', ['id', 'resource_type', 'source_key'], wanted);
  // Most of a first read is new, so giving comes before finding.
  const { numAffectedRows } = await sql`
    INSERT INTO identity (organization_id, source_id, id, resource_type, source_key)
    SELECT ${organizationId}::uuid, ${sourceId}::uuid, asked.id, asked.resource_type, asked.source_key
      FROM ${asked} asked
    ON CONFLICT DO NOTHING`.execute(scoped);
  if (numAffectedRows === BigInt(wanted.length)) return new Map();
  // One by one, by their key: a join would read every identity there is, the more the longer.
  const { rows } = await sql<IdentityRow>`
    SELECT asked.resource_type, asked.source_key, stood.id FROM ${asked} asked
      CROSS JOIN LATERAL (
        SELECT i.id FROM identity i
         WHERE i.organization_id = ${organizationId} AND i.source_id = ${sourceId}
           AND i.resource_type = asked.resource_type AND i.source_key = asked.source_key
         LIMIT 1) stood
     WHERE stood.id <> asked.id`.execute(scoped);
  return new Map(
    rows.map(({ resource_type: type, source_key, id }) => [keyOf({ type, id: source_key }), id]),
  );
}

/** Ids that were met, to be looked up by `keyOf`. */
export type KnownIds = Pick<Identities, 'get'>;

interface IdentityRow {
  resource_type: string;
  source_key: string;
  id: string;
}
