import { DAY_MS, utcDay, utcMidnight } from '../model/calendar-day.ts';
import { Census } from '../model/census.ts';
import type { Clinic } from '../model/clinic.ts';
import { timeline } from '../model/timeline.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import { CLIENT_RECORDS, type ClientResourceType } from './client-records.ts';
import { ChangeIndex } from './change-index.ts';
import { clinicRecords, type ClinicResourceType } from './clinic-records.ts';
import { GroupCompany } from './group-company.ts';
import type { Recorded } from './recorded.ts';
import { Recent } from './recent.ts';
import { DAYS_AROUND_STAY, RecordEnds } from './record-ends.ts';

export type ResourceType = ClinicResourceType | ClientResourceType;

interface ClientFile {
  timeline: ClientTimeline;
  records: Partial<Record<ClientResourceType, Recorded[]>>;
}

interface ArchiveOptions {
  filesKept?: number;
  /** Whether it will be asked what changed: then it keeps when records do. */
  watchesChanges?: boolean;
}

/** Those last looked at; whoever else is asked for is made again. */
const FILES_KEPT = 160;

/** All records of the clinic, rendered when asked for and kept only a while. */
export class RecordArchive {
  readonly clinic: Clinic;
  readonly census: Census;
  private readonly ofClinic: Record<ClinicResourceType, Recorded[]>;
  private readonly files: Recent<number, ClientFile>;
  private readonly company: GroupCompany;
  private readonly ends: RecordEnds;
  private readonly watchesChanges: boolean;
  private readonly changes = new Map<ResourceType, ChangeIndex>();
  private day = -1;

  constructor(
    clinic: Clinic,
    { filesKept = FILES_KEPT, watchesChanges = true }: ArchiveOptions = {},
  ) {
    this.clinic = clinic;
    this.watchesChanges = watchesChanges;
    this.census = new Census(clinic, (placement) => this.company.add(placement));
    this.company = new GroupCompany(clinic, (client) => this.census.placementsOf(client));
    this.ends = new RecordEnds(this.census, clinic.seed);
    this.files = new Recent(filesKept);
    this.ofClinic = clinicRecords(clinic);
  }

  /** Places everybody of whom something is on record by this instant. */
  extendTo(instant: number): void {
    const today = utcDay(instant);
    for (const grown of this.census.extendTo(today + DAYS_AROUND_STAY)) {
      this.ends.forget(grown);
      for (const client of [grown, ...(this.day < 0 ? [] : this.company.companionsOf(grown))]) {
        this.files.forget(client);
        for (const index of this.changes.values()) index.forget(client);
      }
    }
    if (today > this.day) this.forgetPast(instant);
    this.day = Math.max(this.day, today);
  }

  records(type: ResourceType, client: number): readonly Recorded[] {
    if (!isClientType(type)) return this.ofClinic[type];
    if (!this.census.hasPlacements(client)) return [];
    const file = this.files.get(client, () => {
      return { timeline: timeline(this.clinic, this.census.placementsOf(client)), records: {} };
    });
    return (file.records[type] ??= this.made(type, client, file.timeline));
  }

  /** Whose records may name this client: who shares a group that is booked as a whole. */
  companionsOf(client: number): Set<number> {
    return this.company.companionsOf(client);
  }

  /** Whether anything of this type changes for the client from one instant to another. */
  changesBetween(type: ResourceType, client: number, from: number, until: number): boolean {
    if (this.changes.get(type)?.mayChangeBetween(client, from, until) === false) return false;
    return this.records(type, client).some(
      ({ at, deletedAt }) =>
        at.some((one) => Math.floor(one) >= from && one <= until) ||
        (deletedAt !== undefined && deletedAt >= from && deletedAt <= until),
    );
  }

  private made(type: ClientResourceType, client: number, of: ClientTimeline): Recorded[] {
    const records = CLIENT_RECORDS[type](this.clinic, of, this.company);
    if (this.watchesChanges && this.writtenUntil(client) >= utcMidnight(this.day)) {
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
    return this.ends.writtenUntil(client);
  }

  /** An instant after which nothing about the client is dated. */
  datedUntil(client: number): number {
    return this.ends.datedUntil(client);
  }
}

export function isClientType(type: ResourceType): type is ClientResourceType {
  return type in CLIENT_RECORDS;
}
