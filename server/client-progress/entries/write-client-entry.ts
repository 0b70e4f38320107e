import {
  type ClientEntry,
  LAST_ONE_COUNTS,
  type NewClientEntry,
} from '#domain/client-progress/client-entry.contract';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import { isInReach } from '../../outreach/contacts.queries.ts';
import { addClientEntry, lastStanding } from './client-entries.queries.ts';
import { targetOf } from './entry-target.ts';

/** What came of writing an entry; of one that a colleague was before, theirs. */
export type Written =
  | { is: 'written' | 'out-of-reach' | 'before-admission' | 'day-ahead' }
  | { is: 'meanwhile'; theirs: Pick<ClientEntry, 'kind' | 'says' | 'by' | 'at'> };

/** Writes an entry, once however often it is sent, unless somebody wrote what its writer had not seen. */
export async function writeClientEntry(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  entry: NewClientEntry,
  now: Date,
): Promise<Written> {
  if (!(await isInReach(scoped, reader, clientId))) return { is: 'out-of-reach' };
  const target = await targetOf(scoped, reader, clientId, entry, now);
  if (target.is === 'missing') return { is: 'out-of-reach' };
  if (target.is === 'before') return { is: 'before-admission' };
  if (target.is === 'ahead') return { is: 'day-ahead' };
  if (isSeenFirst(entry.kind)) {
    const stands = await lastStanding(scoped, reader, clientId, entry, now);
    if (stands?.id === entry.id) return { is: 'written' };
    if ((stands?.id ?? null) !== (entry.seen ?? null) && stands)
      return { is: 'meanwhile', theirs: stands };
  }
  await addClientEntry(scoped, reader, clientId, entry, target.basedOn, now);
  return { is: 'written' };
}

/** Of a barrier, of each milestone of aftercare and each content of its plan the last one counts as well: by what it names. */
const isSeenFirst = (kind: NewClientEntry['kind']): boolean =>
  LAST_ONE_COUNTS.has(kind) ||
  kind === 'barrier-resolved' ||
  kind === 'aftercare-milestone' ||
  kind === 'plan-content';
