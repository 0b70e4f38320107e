import { dateCondition } from './date-condition.ts';
import { badRequest } from './fhir-error.ts';
import type { HistoryQuery } from './history.ts';
import { pageSize } from './search-query.ts';

const KNOWN = ['_since', '_count', '_format', '_page'];
const DEFAULT_COUNT = 50;

/** `_since` and the size of a page; whatever else is asked for is refused. */
export function historyQuery(parameters: URLSearchParams): HistoryQuery {
  for (const [name, value] of parameters) {
    if (!KNOWN.includes(name)) {
      throw badRequest(`A history cannot be narrowed by "${name}"; known are _since and _count.`);
    }
    if (value === '') throw badRequest(`${name} has no value.`);
  }
  const since = parameters.get('_since');
  const size = parameters.get('_count');
  return {
    since: since ? dateCondition('_since', since).from : -Infinity,
    count: size ? pageSize(size) : DEFAULT_COUNT,
  };
}
