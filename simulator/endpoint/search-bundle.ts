import type { Bundle } from 'fhir/r4';
import { withEntries } from './bundle-text.ts';
import { encodeCursor } from './page-cursor.ts';
import type { SearchPage } from './search.ts';

/** Put together as text: a page of resources is never in memory as objects. */
export function searchBundle(
  base: string,
  type: string,
  parameters: URLSearchParams,
  { resources, next, total }: SearchPage,
): string {
  const self = `${base}/${type}${parameters.size > 0 ? `?${parameters}` : ''}`;
  const link = [{ relation: 'self', url: self }];
  if (next) {
    const following = new URLSearchParams(parameters);
    following.set('_page', encodeCursor(next));
    link.push({ relation: 'next', url: `${base}/${type}?${following}` });
  }
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total !== null && { total }),
    link,
  };
  const entries = resources.map(
    ({ id, text }) =>
      `{"fullUrl":${JSON.stringify(`${base}/${type}/${id}`)},"resource":${text},"search":{"mode":"match"}}`,
  );
  return withEntries(bundle, entries);
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
