import type { KeptRecord } from './source-records.ts';

/** Two revisions of one resource are taken one after the other: what stood before matters. */
export function* withoutRepeats(records: readonly KeptRecord[]): Generator<KeptRecord[]> {
  let batch = new Map<string, KeptRecord>();
  for (const record of records) {
    if (batch.has(record.identityId)) {
      yield [...batch.values()];
      batch = new Map();
    }
    batch.set(record.identityId, record);
  }
  if (batch.size > 0) yield [...batch.values()];
}
