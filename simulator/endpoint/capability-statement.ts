import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';
import type { ResourceType } from '../fhir/record-archive.ts';
import { RESOURCE_TYPES, WRITABLE_TYPES } from './resource-types.ts';
import { searchParametersOf } from './search-parameters.ts';
import { searchParameters } from './search-query.ts';

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
  const writable = WRITABLE_TYPES.some((one) => one === type);
  return {
    type,
    interaction: [
      { code: 'read' },
      { code: 'search-type' },
      { code: 'history-type' },
      ...(writable ? [{ code: 'update' as const }, { code: 'delete' as const }] : []),
    ],
    versioning: writable ? 'versioned-update' : 'versioned',
    readHistory: false,
    updateCreate: false,
    searchParam: searchParameters(type).map((name) => {
      return { name, type: parameterType(type, name) };
    }),
  };
}

function parameterType(type: ResourceType, name: string): 'token' | 'date' | 'reference' {
  if (name === 'patient') return 'reference';
  return name === '_lastUpdated' || name === searchParametersOf(type).date ? 'date' : 'token';
}
