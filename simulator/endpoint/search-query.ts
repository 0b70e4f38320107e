import { isClientType, type ResourceType } from '../fhir/record-archive.ts';
import { dateCondition, type DateCondition } from './date-condition.ts';
import { badRequest } from './fhir-error.ts';

export const SORTS = ['_lastUpdated', '-_lastUpdated', 'date', '-date'] as const;
const DEFAULT_COUNT = 50;
export const MAXIMUM_COUNT = 1_000;

export interface SearchQuery {
  ids: string[] | null;
  patients: string[] | null;
  statuses: string[] | null;
  lastUpdated: DateCondition[];
  dates: DateCondition[];
  count: number;
  sort: (typeof SORTS)[number] | null;
  page: string | null;
}

/** The search parameters of a type, beside those that concern only the answer. */
export function searchParameters(type: ResourceType): string[] {
  const dated = isClientType(type) && type !== 'Patient';
  return ['_id', '_lastUpdated', ...(dated ? ['patient', 'date', 'status'] : [])];
}

export function searchQuery(type: ResourceType, parameters: URLSearchParams): SearchQuery {
  const known = [...searchParameters(type), '_count', '_sort', '_format', '_page'];
  const query: SearchQuery = {
    ids: null,
    patients: null,
    statuses: null,
    lastUpdated: [],
    dates: [],
    count: DEFAULT_COUNT,
    sort: null,
    page: null,
  };
  for (const [name, value] of parameters) {
    if (!known.includes(name)) {
      throw badRequest(
        `${type} cannot be searched by "${name}"; known are ${known.slice(0, -1).join(', ')}.`,
      );
    }
    if (value === '') throw badRequest(`${name} has no value.`);
    readParameter(query, known, name, value);
  }
  return query;
}

function readParameter(query: SearchQuery, known: string[], name: string, value: string): void {
  switch (name) {
    case '_id':
      query.ids = both(query.ids, value.split(','));
      break;
    case 'patient':
      query.patients = both(query.patients, value.split(',').map(patientId));
      break;
    case 'status':
      query.statuses = both(query.statuses, value.split(','));
      break;
    case '_lastUpdated':
      query.lastUpdated.push(dateCondition(name, value));
      break;
    case 'date':
      query.dates.push(dateCondition(name, value));
      break;
    case '_count':
      query.count = count(value);
      break;
    case '_sort':
      query.sort = sort(value, known);
      break;
    case '_page':
      query.page = value;
      break;
    case '_format':
      if (
        !['json', 'application/json', 'application/fhir+json', 'application/fhir json'].includes(
          value,
        )
      ) {
        throw badRequest(`_format: only JSON is served, not "${value}".`);
      }
  }
}

/** A parameter given twice must be met both times. */
function both(before: string[] | null, more: string[]): string[] {
  return before ? before.filter((one) => more.includes(one)) : more;
}

function patientId(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

function count(value: string): number {
  const wanted = Number(value);
  if (!Number.isInteger(wanted) || wanted < 1) {
    throw badRequest(`_count: "${value}" is not a whole number from 1.`);
  }
  return Math.min(wanted, MAXIMUM_COUNT);
}

function sort(value: string, known: string[]): SearchQuery['sort'] {
  const found = SORTS.find((one) => one === value);
  if (!found || !known.includes(found.replace('-', ''))) {
    throw badRequest(`_sort: this type cannot be sorted by "${value}".`);
  }
  return found;
}
