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

/** What stands in the clinic's records at an instant: the recorded future, and the front desk. */
export class Chart {
  readonly archive: RecordArchive;
  readonly journal: Journal;

  constructor(archive: RecordArchive, journal: Journal) {
    this.archive = archive;
    this.journal = journal;
  }

  shown(type: ResourceType, record: Recorded, instant: number): Shown | null {
    const version = versionAt(record, instant);
    if (version === 0) return null;
    const entry = this.journal.size > 0 ? this.journal.entryAt(record.id, instant) : null;
    if (entry) {
      const { at, version: written, resource } = entry;
      return { id: record.id, version: written, lastUpdated: at, content: () => resource };
    }
    if (type === 'Encounter' && this.neverHappens(record)) return null;
    return {
      id: record.id,
      version,
      lastUpdated: Math.floor(record.at[version - 1]),
      content: () => record.render(version),
    };
  }

  find(type: ResourceType, id: string, instant: number): Shown | null {
    const client = isClientType(type) ? clientOfId(id) : 0;
    if (client === null) return null;
    const record = this.archive.records(type, client).find((one) => one.id === id);
    return record ? this.shown(type, record, instant) : null;
  }

  /** Whether the front desk had already called the session off when it would have begun. */
  private neverHappens(encounter: Recorded): boolean {
    if (this.journal.size === 0) return false;
    const entry = this.journal.entryAt(appointmentOfEncounter(encounter.id), encounter.at[0]);
    const status = entry?.resource.status;
    return status === 'noshow' || status === 'cancelled';
  }
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
