import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';
import type { ResourceType } from '../fhir/record-archive.ts';
import { RESOURCE_TYPES, WRITABLE_TYPES } from './resource-types.ts';
import { searchParameters } from './search-query.ts';

const PARAMETER_TYPES: Record<string, 'token' | 'date' | 'reference'> = {
  _id: 'token',
  _lastUpdated: 'date',
  patient: 'reference',
  date: 'date',
  status: 'token',
};

export function capabilityStatement(base: string, now: number): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: new Date(now).toISOString(),
    kind: 'instance',
    software: { name: 'Throughline simulated clinic' },
    implementation: { description: 'A clinic that does not exist', url: base },
    fhirVersion: '4.0.1',
    format: ['json', 'application/fhir+json'],
    rest: [{ mode: 'server', resource: RESOURCE_TYPES.map(resource) }],
  };
}

function resource(type: ResourceType): CapabilityStatementRestResource {
  const writable = WRITABLE_TYPES.includes(type);
  return {
    type,
    interaction: [
      { code: 'read' },
      { code: 'search-type' },
      ...(writable ? [{ code: 'update' as const }] : []),
    ],
    versioning: writable ? 'versioned-update' : 'versioned',
    readHistory: false,
    updateCreate: false,
    searchParam: searchParameters(type).map((name) => {
      return { name, type: PARAMETER_TYPES[name] };
    }),
  };
}
