import type { FhirResource } from 'fhir/r4';
import type { RecordArchive, ResourceType } from '../fhir/record-archive.ts';
import { isClientType } from '../fhir/record-archive.ts';
import { versionAt, type Recorded } from '../fhir/recorded.ts';
import { appointmentOfEncounter, clientOfId } from '../fhir/resource-id.ts';
import type { Journal } from './journal.ts';

/** A resource as it is at some instant; its content is made only when it is looked at. */
export interface Shown {
  id: string;
  version: number;
  lastUpdated: number;
  content: () => FhirResource;
}

/** One step of a resource's history; deleting it is one, without content. */
export type HistoryStep = Omit<Shown, 'content'> & { content: (() => FhirResource) | null };

/** What stands in the clinic's records at an instant: the recorded future, and the front desk. */
export class Chart {
  readonly archive: RecordArchive;
  readonly journal: Journal;

  constructor(archive: RecordArchive, journal: Journal) {
    this.archive = archive;
    this.journal = journal;
  }

  /** The resource as it stands; null while it does not exist yet, or once it was deleted. */
  shown(type: ResourceType, record: Recorded, instant: number): Shown | null {
    const version = versionAt(record, instant);
    if (version === 0) return null;
    const entry = this.journal.size > 0 ? this.journal.entryAt(record.id, instant) : null;
    if (entry) return entry.resource && written(entry.resource, entry);
    if (record.deletedAt !== undefined && record.deletedAt <= instant) return null;
    if (type === 'Encounter' && this.neverHappens(record)) return null;
    return recorded(record, version);
  }

  find(type: ResourceType, id: string, instant: number): Shown | null {
    const record = this.record(type, id);
    return record ? this.shown(type, record, instant) : null;
  }

  /** Whether there was such a resource, and it was deleted. */
  isGone(type: ResourceType, id: string, instant: number): boolean {
    const record = this.record(type, id);
    return record !== null && this.history(type, record, instant).at(-1)?.content === null;
  }

  /** Every step of the resource's history up to the instant, oldest first. */
  history(type: ResourceType, record: Recorded, instant: number): HistoryStep[] {
    const entries = this.journal.entriesOf(record.id).filter(({ at }) => at <= instant);
    // From its first entry on, the front desk's word replaces the recorded future.
    const until = entries.length > 0 ? entries[0].at - 1 : instant;
    if (type === 'Encounter' && this.neverHappens(record)) return [];
    const steps: HistoryStep[] = [];
    for (let version = 1; version <= versionAt(record, until); version++) {
      steps.push(recorded(record, version));
    }
    const { id, at, deletedAt } = record;
    if (deletedAt !== undefined && deletedAt <= until && steps.length > 0) {
      const lastUpdated = Math.floor(deletedAt);
      steps.push({ id, version: at.length + 1, lastUpdated, content: null });
    }
    for (const entry of entries) {
      const { resource, version, at: lastUpdated } = entry;
      steps.push(resource ? written(resource, entry) : { id, version, lastUpdated, content: null });
    }
    return steps;
  }

  private record(type: ResourceType, id: string): Recorded | null {
    const client = isClientType(type) ? clientOfId(id) : 0;
    if (client === null) return null;
    return this.archive.records(type, client).find((one) => one.id === id) ?? null;
  }

  /** Whether the front desk had already called the session off when it would have begun. */
  private neverHappens(encounter: Recorded): boolean {
    if (this.journal.size === 0) return false;
    const entry = this.journal.entryAt(
      encounter.bookedAs ?? appointmentOfEncounter(encounter.id),
      encounter.at[0],
    );
    if (!entry) return false;
    const status = entry.resource?.status;
    return status === undefined || status === 'noshow' || status === 'cancelled';
  }
}

function recorded(record: Recorded, version: number): Shown {
  const lastUpdated = Math.floor(record.at[version - 1]);
  return { id: record.id, version, lastUpdated, content: () => record.render(version) };
}

function written(
  resource: FhirResource,
  { id, version, at }: { id: string; version: number; at: number },
): Shown {
  return { id, version, lastUpdated: at, content: () => resource };
}

/** The resource as it is sent, with its version. */
export function stamped({ version, lastUpdated, content }: Shown): FhirResource {
  const { resourceType, id, meta: given, ...rest } = content();
  const meta = {
    ...given,
    versionId: String(version),
    lastUpdated: new Date(lastUpdated).toISOString(),
  };
  return { resourceType, id, meta, ...rest } as FhirResource;
}
