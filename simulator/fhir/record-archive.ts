import { DAY_MS, utcDay, utcMidnight } from '../model/calendar-day.ts';
import { Census } from '../model/census.ts';
import type { Clinic } from '../model/clinic.ts';
import { death } from '../model/leaving/death.ts';
import { LATEST_ENTRY_DAYS } from '../model/late-entry.ts';
import { timeline } from '../model/timeline.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import { CLIENT_RECORDS, type ClientResourceType } from './client-records.ts';
import { ChangeIndex } from './change-index.ts';
import { clinicRecords, type ClinicResourceType } from './clinic-records.ts';
import type { Recorded } from './recorded.ts';
import { Recent } from './recent.ts';

export type ResourceType = ClinicResourceType | ClientResourceType;

/** Somebody's records begin at most this long before treatment, and end this long after it. */
const DAYS_AROUND_STAY = 35;
const DAYS_OF_LATE_RECORDS = LATEST_ENTRY_DAYS + 20;
const LONGEST_PLAN = 16 * 7;

interface ClientFile {
  timeline: ClientTimeline;
  records: Partial<Record<ClientResourceType, Recorded[]>>;
}

/** Enough for the demo's whole present; a larger clinic's is made again when asked for. */
const FILES_KEPT = 640;

/** All records of the clinic, rendered when asked for and kept only a while. */
export class RecordArchive {
  readonly clinic: Clinic;
  readonly census: Census;
  private readonly ofClinic: Record<ClinicResourceType, Recorded[]>;
  private readonly files: Recent<number, ClientFile>;
  private readonly lastWritten = new Map<number, number>();
  private readonly changes = new Map<ResourceType, ChangeIndex>();
  private day = -1;

  constructor(clinic: Clinic, filesKept = FILES_KEPT) {
    this.clinic = clinic;
    this.census = new Census(clinic);
    this.files = new Recent(filesKept);
    this.ofClinic = clinicRecords(clinic);
  }

  /** Places everybody of whom something is on record by this instant. */
  extendTo(instant: number): void {
    const today = utcDay(instant);
    for (const client of this.census.extendTo(today + DAYS_AROUND_STAY)) {
      this.files.forget(client);
      this.lastWritten.delete(client);
      for (const index of this.changes.values()) index.forget(client);
    }
    if (today > this.day) this.forgetPast(instant);
    this.day = Math.max(this.day, today);
  }

  records(type: ResourceType, client: number): readonly Recorded[] {
    if (!isClientType(type)) return this.ofClinic[type];
    if (this.census.placementsOf(client).length === 0) return [];
    const file = this.files.get(client, () => {
      return { timeline: timeline(this.clinic, this.census.placementsOf(client)), records: {} };
    });
    return (file.records[type] ??= this.made(type, client, file.timeline));
  }

  /** Whether anything of this type changes for the client from one instant to another. */
  changesBetween(type: ResourceType, client: number, from: number, until: number): boolean {
    const known = this.changes.get(type)?.changesBetween(client, from, until);
    if (known !== undefined && known !== null) return known;
    return this.records(type, client).some(
      ({ at, deletedAt }) =>
        at.some((one) => Math.floor(one) >= from && one <= until) ||
        (deletedAt !== undefined && deletedAt >= from && deletedAt <= until),
    );
  }

  private made(type: ClientResourceType, client: number, of: ClientTimeline): Recorded[] {
    const records = CLIENT_RECORDS[type](this.clinic, of);
    if (this.writtenUntil(client) >= utcMidnight(this.day)) {
      const index = this.changes.get(type) ?? new ChangeIndex();
      index.keep(client, records);
      this.changes.set(type, index);
    }
    return records;
  }

  private forgetPast(instant: number): void {
    for (const index of this.changes.values()) {
      for (const client of [...index.clients()]) {
        if (this.writtenUntil(client) < instant - DAY_MS) index.forget(client);
      }
    }
  }

  /** An instant after which nothing is written about the client, as far as is known. */
  writtenUntil(client: number): number {
    let until = this.lastWritten.get(client);
    if (until === undefined) {
      until = this.lastWriting(client);
      this.lastWritten.set(client, until);
    }
    return until;
  }

  /** An instant after which nothing about the client is dated. */
  datedUntil(client: number): number {
    const last = this.census.placementsOf(client).at(-1);
    if (!last) return 0;
    const dated = Math.max(last.endDay, last.startDay + LONGEST_PLAN) + DAYS_AROUND_STAY;
    return Math.max(utcMidnight(dated), this.writtenUntil(client));
  }

  private lastWriting(client: number): number {
    const last = this.census.placementsOf(client).at(-1);
    if (!last) return 0;
    const known = death(this.clinic.seed, last)?.knownAt ?? 0;
    return Math.max(utcMidnight(last.endDay + DAYS_OF_LATE_RECORDS), known + DAY_MS);
  }
}

export function isClientType(type: ResourceType): type is ClientResourceType {
  return type in CLIENT_RECORDS;
}
