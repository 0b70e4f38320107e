import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type {
  Appointment,
  CarePlan,
  Consent,
  Encounter,
  EpisodeOfCare,
  ServiceRequest,
  Task,
} from 'fhir/r4';

export type Written =
  Appointment | CarePlan | Consent | Encounter | EpisodeOfCare | ServiceRequest | Task;

/** A resource as somebody at the front desk left it; `null` when they deleted it. */
export interface Entry {
  id: string;
  at: number;
  version: number;
  resource: Written | null;
}

/** What was written to the clinic from outside; kept in a file of one line each, if there is one. */
export class Journal {
  private readonly entries = new Map<string, Entry[]>();
  private readonly file: string | null;

  constructor(file: string | null = null) {
    this.file = file;
    if (!file || !existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line) this.keep(entryOf(line));
    }
  }

  get size(): number {
    return this.entries.size;
  }

  write(entry: Entry): void {
    if (this.file) appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
    this.keep(entry);
  }

  /** The last entry for this id at that instant. */
  entryAt(id: string, instant: number): Entry | null {
    return this.entries.get(id)?.findLast(({ at }) => at <= instant) ?? null;
  }

  /** Every entry for this id, in the order of their instants. */
  entriesOf(id: string): readonly Entry[] {
    return this.entries.get(id) ?? [];
  }

  ids(): Iterable<string> {
    return this.entries.keys();
  }

  private keep(entry: Entry): void {
    const entries = this.entries.get(entry.id);
    if (!entries) this.entries.set(entry.id, [entry]);
    // A clock that was set back writes before what it wrote earlier.
    else entries.splice(entries.findLastIndex(({ at }) => at <= entry.at) + 1, 0, entry);
  }
}

/** Lines written before anything could be deleted have the id in their resource only. */
function entryOf(line: string): Entry {
  const entry = JSON.parse(line) as Entry;
  return { ...entry, id: entry.resource?.id ?? entry.id };
}
