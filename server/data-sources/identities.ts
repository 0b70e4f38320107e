import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import { rowsAsked } from '../database/rows.ts';
import type { Ref } from '../fhir/translate/translation.ts';

export const keyOf = ({ type, id }: Ref): string => `${type}/${id}`;

/** More than a page ever names; beyond it, those not named any more would fill the memory. */
const REMEMBERED = 200_000;

/**
 * Our ids of the source's resources. Remembers those met, page after page: the same clients and staff
 * are named all the time, and an identity is for ever.
 */
export class Identities {
  private readonly met = new Map<string, string>();

  /** By `keyOf`; of references that `meet` was asked for. */
  get(key: string): string | undefined {
    return this.met.get(key);
  }

  /** Before a page: nothing of it has been met yet, so what is remembered may be let go. */
  trim(): void {
    if (this.met.size > REMEMBERED) this.met.clear();
  }

  /** After a failure: ids that were given in its transaction are nobody's. */
  forget(): void {
    this.met.clear();
  }

  /** Finds our id of each reference, and gives a new one, for ever, to those not met before. */
  async meet(
    scoped: Scoped,
    { organizationId, sourceId }: { organizationId: string; sourceId: string },
    refs: Iterable<Ref>,
  ): Promise<void> {
    const wanted = new Map<string, object>();
    for (const ref of refs) {
      const key = keyOf(ref);
      if (!this.met.has(key) && !wanted.has(key))
        wanted.set(key, { resource_type: ref.type, source_key: ref.id });
    }
    if (wanted.size === 0) return;
    const asked = await rowsAsked(
      scoped,
      'identity',
      ['resource_type', 'source_key'],
      [...wanted.values()],
    );
    // Nobody else gives ids meanwhile: who reads the source holds its lease. Most of a first read is
    // new, so giving comes before finding.
    const { rows: given } = await sql<IdentityRow>`
      INSERT INTO identity (organization_id, source_id, resource_type, source_key)
      SELECT ${organizationId}::uuid, ${sourceId}::uuid, asked.resource_type, asked.source_key FROM ${asked} asked
      ON CONFLICT DO NOTHING RETURNING resource_type, source_key, id`.execute(scoped);
    this.remember(given);
    if (given.length === wanted.size) return;
    const { rows: found } = await sql<IdentityRow>`
      SELECT i.resource_type, i.source_key, i.id FROM ${asked} asked
        JOIN identity i ON i.organization_id = ${organizationId} AND i.source_id = ${sourceId}
         AND i.resource_type = asked.resource_type AND i.source_key = asked.source_key`.execute(
      scoped,
    );
    this.remember(found);
  }

  private remember(rows: readonly IdentityRow[]): void {
    for (const { resource_type: type, source_key, id } of rows)
      this.met.set(keyOf({ type, id: source_key }), id);
  }
}

/** Ids that were met, to be looked up by `keyOf`. */
export type KnownIds = Pick<Identities, 'get'>;

interface IdentityRow {
  resource_type: string;
  source_key: string;
  id: string;
}
