import type { ResourceType } from '../fhir/record-archive.ts';
import { dateCondition, type DateCondition } from './date-condition.ts';
import { badRequest } from './fhir-error.ts';
import { searchParametersOf } from './search-parameters.ts';

const DEFAULT_COUNT = 50;
export const MAXIMUM_COUNT = 1_000;

export interface Sort {
  by: 'lastUpdated' | 'date';
  descending: boolean;
}

export interface SearchQuery {
  ids: string[] | null;
  patients: string[] | null;
  statuses: string[] | null;
  lastUpdated: DateCondition[];
  dates: DateCondition[];
  count: number;
  sort: Sort | null;
  /** Only how many there are. */
  countOnly: boolean;
  page: string | null;
}

/** The search parameters of a type, beside those that concern only the answer. */
export function searchParameters(type: ResourceType): string[] {
  const { patient, date, status } = searchParametersOf(type);
  return ['_id', '_lastUpdated', ...(patient ? ['patient'] : []), date ?? [], status ?? []].flat();
}

export function searchQuery(type: ResourceType, parameters: URLSearchParams): SearchQuery {
  const known = [...searchParameters(type), '_count', '_sort', '_summary', '_format', '_page'];
  const query: SearchQuery = {
    ids: null,
    patients: null,
    statuses: null,
    lastUpdated: [],
    dates: [],
    count: DEFAULT_COUNT,
    sort: null,
    countOnly: false,
    page: null,
  };
  for (const [name, value] of parameters) {
    if (!known.includes(name)) {
      throw badRequest(
        `${type} cannot be searched by "${name}"; known are ${known.slice(0, -1).join(', ')}.`,
      );
    }
    if (value === '') throw badRequest(`${name} has no value.`);
    readParameter(query, type, name, value);
  }
  return query;
}

function readParameter(query: SearchQuery, type: ResourceType, name: string, value: string): void {
  const { date, status } = searchParametersOf(type);
  switch (name) {
    case '_id':
      query.ids = both(query.ids, value.split(','));
      break;
    case 'patient':
      query.patients = both(query.patients, value.split(',').map(patientId));
      break;
    case status:
      query.statuses = both(query.statuses, value.split(','));
      break;
    case '_lastUpdated':
      query.lastUpdated.push(dateCondition(name, value));
      break;
    case date:
      query.dates.push(dateCondition(name, value));
      break;
    case '_count':
      query.count = pageSize(value);
      break;
    case '_sort':
      query.sort = sort(value, date);
      break;
    case '_summary':
      if (value !== 'count') throw badRequest(`_summary: only "count" is served, not "${value}".`);
      query.countOnly = true;
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

export function pageSize(value: string): number {
  const wanted = Number(value);
  if (!Number.isInteger(wanted) || wanted < 1) {
    throw badRequest(`_count: "${value}" is not a whole number from 1.`);
  }
  return Math.min(wanted, MAXIMUM_COUNT);
}

function sort(value: string, date: string | null): Sort {
  const by = value.replace(/^-/, '');
  const descending = by !== value;
  if (by === '_lastUpdated') return { by: 'lastUpdated', descending };
  if (by === date) return { by: 'date', descending };
  throw badRequest(`_sort: this type cannot be sorted by "${value}".`);
}
