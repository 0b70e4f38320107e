import type * as r4 from 'fhir/r4';
import { readAll, readChanges } from './source-reader.ts';

/** The resource types that a figure is counted from. */
interface ResourceOf {
  Location: r4.Location;
  HealthcareService: r4.HealthcareService;
  Patient: r4.Patient;
  EpisodeOfCare: r4.EpisodeOfCare;
  CareTeam: r4.CareTeam;
  PractitionerRole: r4.PractitionerRole;
  CarePlan: r4.CarePlan;
  Condition: r4.Condition;
  Appointment: r4.Appointment;
  Encounter: r4.Encounter;
  Observation: r4.Observation;
  QuestionnaireResponse: r4.QuestionnaireResponse;
  MedicationRequest: r4.MedicationRequest;
  ClaimResponse: r4.ClaimResponse;
  Coverage: r4.Coverage;
  ServiceRequest: r4.ServiceRequest;
  Task: r4.Task;
  Consent: r4.Consent;
}

export type ResourceType = keyof ResourceOf;

/** What the endpoint holds, as it was sent. */
export class ClinicRecords {
  private readonly held: { [T in ResourceType]: Map<string, ResourceOf[T]> } = {
    Location: new Map(),
    HealthcareService: new Map(),
    Patient: new Map(),
    EpisodeOfCare: new Map(),
    CareTeam: new Map(),
    PractitionerRole: new Map(),
    CarePlan: new Map(),
    Condition: new Map(),
    Appointment: new Map(),
    Encounter: new Map(),
    Observation: new Map(),
    QuestionnaireResponse: new Map(),
    MedicationRequest: new Map(),
    ClaimResponse: new Map(),
    Coverage: new Map(),
    ServiceRequest: new Map(),
    Task: new Map(),
    Consent: new Map(),
  };
  /** By reference, every version that was met, the oldest first. */
  private readonly met = new Map<string, r4.FhirResource[]>();
  private readonly fhirUrl: string;
  private readonly types: readonly ResourceType[];
  private readFrom: string | undefined;
  private firstRead = '';

  /** All types, unless fewer are enough for what is asked. */
  constructor(fhirUrl: string, types?: readonly ResourceType[]) {
    this.fhirUrl = fhirUrl;
    this.types = types ?? (Object.keys(this.held) as ResourceType[]);
  }

  get size(): number {
    return Object.values(this.held).reduce((sum, { size }) => sum + size, 0);
  }

  /** The clinic's day, in UTC, on which it was first read. */
  get firstReadOn(): string {
    return this.firstRead.slice(0, 10);
  }

  get firstReadAt(): number {
    return Date.parse(this.firstRead);
  }

  /** All of it the first time, then what was changed or deleted since; says how much that was. */
  async read(clinicNow: string): Promise<number> {
    const since = this.readFrom;
    this.readFrom = clinicNow;
    this.firstRead ||= clinicNow;
    let changed = 0;
    for (const type of this.types) {
      changed += since === undefined ? await this.readWhole(type) : await this.follow(type, since);
    }
    return changed;
  }

  all = <T extends ResourceType>(type: T): ResourceOf[T][] => [...this.held[type].values()];

  /** What a record said each time it was met, the oldest first. */
  versionsOf = <T extends ResourceType>(type: T, id: string | undefined): ResourceOf[T][] =>
    (this.met.get(`${type}/${id}`) ?? []) as ResourceOf[T][];

  /** When the source made the version in which a record was first met. */
  knownAt = (reference: string): number =>
    Math.min(
      ...(this.met.get(reference) ?? []).map(({ meta }) => Date.parse(meta?.lastUpdated ?? '')),
    );

  /** What a reference names, where it names one of this type that is there. */
  named = <T extends ResourceType>(type: T, reference: string | undefined) => {
    const [referred, id = ''] = (reference ?? '').split('/').slice(-2);
    return referred === type ? this.held[type].get(id) : undefined;
  };

  /** Who a reference to a client means today: the record that replaced theirs, if one did. */
  client = (reference: string | undefined): string | undefined => {
    let meant = reference;
    const met = new Set<string | undefined>();
    while (!met.has(meant)) {
      met.add(meant);
      const replaced = this.named('Patient', meant)?.link?.find(
        (one) => one.type === 'replaced-by',
      );
      meant = replaced?.other.reference ?? meant;
    }
    return meant;
  };

  private async readWhole(type: ResourceType): Promise<number> {
    for await (const resource of readAll(this.fhirUrl, type)) this.keep(type, resource);
    return this.held[type].size;
  }

  private async follow(type: ResourceType, since: string): Promise<number> {
    let changed = 0;
    for (const { id, resource } of await readChanges(this.fhirUrl, type, since)) {
      const known = this.held[type].get(id);
      if (known?.meta?.versionId === resource?.meta?.versionId) continue;
      if (resource) this.keep(type, resource);
      else this.held[type].delete(id);
      changed += 1;
    }
    return changed;
  }

  private keep(type: ResourceType, resource: r4.FhirResource): void {
    const held: Map<string, r4.FhirResource> = this.held[type];
    held.set(resource.id ?? '', resource);
    const reference = `${type}/${resource.id}`;
    this.met.set(reference, [...(this.met.get(reference) ?? []), resource]);
  }
}
