import type {
  Appointment,
  CarePlan,
  Encounter,
  EpisodeOfCare,
  FhirResource,
  HealthcareService,
  Location,
  Patient,
} from 'fhir/r4';
import { readAll } from './source-reader.ts';

const resourceTypes = [
  'Location',
  'HealthcareService',
  'Patient',
  'EpisodeOfCare',
  'CarePlan',
  'Appointment',
  'Encounter',
] as const;

type ResourceType = (typeof resourceTypes)[number];

/** What the endpoint holds, as it was sent. */
export class ClinicRecords {
  private readonly held = new Map<ResourceType, Map<string, FhirResource>>();
  private readonly fhirUrl: string;
  private readFrom = '';

  constructor(fhirUrl: string) {
    this.fhirUrl = fhirUrl;
  }

  get size(): number {
    return [...this.held.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** All of it the first time, then what has changed since; says how many resources came. */
  async read(clinicNow: string): Promise<number> {
    const conditions: Record<string, string> = this.readFrom
      ? { _lastUpdated: `ge${this.readFrom}` }
      : {};
    this.readFrom = clinicNow;
    let changed = 0;
    for (const type of resourceTypes) {
      const held = this.ofType(type);
      for await (const resource of readAll(this.fhirUrl, type, conditions)) {
        const id = resource.id ?? '';
        if (held.get(id)?.meta?.versionId === resource.meta?.versionId) continue;
        held.set(id, resource);
        changed += 1;
      }
    }
    return changed;
  }

  location = (reference?: string): Location | undefined => this.get('Location', reference);
  patient = (reference?: string): Patient | undefined => this.get('Patient', reference);
  service = (reference?: string): HealthcareService | undefined =>
    this.get('HealthcareService', reference);

  episodes = (): EpisodeOfCare[] => this.all('EpisodeOfCare');
  plans = (): CarePlan[] => this.all('CarePlan');
  appointments = (): Appointment[] => this.all('Appointment');
  encounters = (): Encounter[] => this.all('Encounter');
  services = (): HealthcareService[] => this.all('HealthcareService');

  private get<T extends FhirResource>(type: ResourceType, reference = ''): T | undefined {
    const [referred, id = ''] = reference.split('/');
    return referred === type ? (this.ofType(type).get(id) as T | undefined) : undefined;
  }

  private all<T extends FhirResource>(type: ResourceType): T[] {
    return [...this.ofType(type).values()] as T[];
  }

  private ofType(type: ResourceType): Map<string, FhirResource> {
    const held = this.held.get(type) ?? new Map<string, FhirResource>();
    this.held.set(type, held);
    return held;
  }
}
