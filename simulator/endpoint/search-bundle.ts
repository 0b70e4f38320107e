import type { Bundle } from 'fhir/r4';
import { encodeCursor } from './page-cursor.ts';
import type { SearchPage } from './search.ts';

export function searchBundle(
  base: string,
  type: string,
  parameters: URLSearchParams,
  { resources, next, total }: SearchPage,
): Bundle {
  const self = `${base}/${type}${parameters.size > 0 ? `?${parameters}` : ''}`;
  const link = [{ relation: 'self', url: self }];
  if (next) {
    const following = new URLSearchParams(parameters);
    following.set('_page', encodeCursor(next));
    link.push({ relation: 'next', url: `${base}/${type}?${following}` });
  }
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total !== null && { total }),
    link,
    entry: resources.map((resource) => {
      const fullUrl = `${base}/${type}/${resource.id}`;
      return { fullUrl, resource, search: { mode: 'match' } };
    }),
  };
}

/** The answer to `_summary=count`. */
export function countBundle(
  base: string,
  type: string,
  parameters: URLSearchParams,
  total: number,
): Bundle {
  const link = [{ relation: 'self', url: `${base}/${type}?${parameters}` }];
  return { resourceType: 'Bundle', type: 'searchset', total, link };
}
