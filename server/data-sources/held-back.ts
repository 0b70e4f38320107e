import type { Scoped } from '../database/database.ts';
import { deleteRows, upsertRows } from '../database/rows.ts';
import type { Source } from './source-records.ts';
import type { TranslatedRecord } from './translate-records.ts';

/** Notes why records cannot be used, and forgets it of those that now can. Returns how many cannot. */
export async function noteHeldBack(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  translated: readonly TranslatedRecord[],
): Promise<number> {
  const rows = translated.flatMap(({ record, type, translation }) => {
    if ('use' in translation) return [];
    const aside = 'setAside' in translation;
    return [
      {
        organization_id: organizationId,
        source_id: sourceId,
        identity_id: record.identityId,
        resource_type: type,
        set_aside: aside,
        reason: aside ? translation.setAside : translation.heldBack.reason,
        effect: aside ? '' : translation.heldBack.effect,
        since: record.receivedAt,
      },
    ];
  });
  const usable = translated.filter(
    ({ record, translation }) => 'use' in translation && !record.isFirst,
  );
  await deleteRows(
    scoped,
    'held_back',
    'identity_id',
    usable.map(({ record }) => record.identityId),
  );
  await upsertRows(scoped, 'held_back', ['organization_id', 'identity_id'], rows);
  return rows.filter((row) => !row.set_aside).length;
}
