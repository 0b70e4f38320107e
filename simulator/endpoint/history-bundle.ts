import type { Bundle, BundleEntry } from 'fhir/r4';
import { withEntries } from './bundle-text.ts';
import type { HistoryStep } from './chart.ts';
import { etag } from './front-desk.ts';
import type { HistoryPage } from './history.ts';
import { encodeCursor } from './page-cursor.ts';
import { stampedText } from './stamped-text.ts';

export function historyBundle(
  base: string,
  type: string,
  parameters: URLSearchParams,
  { steps, total, next }: HistoryPage,
): string {
  const address = `${base}/${type}/_history`;
  const link = [
    { relation: 'self', url: parameters.size > 0 ? `${address}?${parameters}` : address },
  ];
  if (next) {
    const following = new URLSearchParams(parameters);
    following.set('_page', encodeCursor(next));
    link.push({ relation: 'next', url: `${address}?${following}` });
  }
  const bundle: Bundle = { resourceType: 'Bundle', type: 'history', total, link };
  return withEntries(
    bundle,
    steps.map((step) => entry(base, type, step)),
  );
}

/** A deletion has its request and no resource (FHIR R4 section 3.1.0.9). */
function entry(base: string, type: string, step: HistoryStep): string {
  const { id, version, lastUpdated, content } = step;
  const first = version === 1;
  const method = content ? (first ? 'POST' : 'PUT') : 'DELETE';
  const fullUrl = JSON.stringify(`${base}/${type}/${id}`);
  const resource = content ? `"resource":${stampedText({ ...step, content })},` : '';
  const change: BundleEntry = {
    request: { method, url: method === 'POST' ? type : `${type}/${id}` },
    response: {
      status: content ? (first ? '201' : '200') : '204',
      etag: etag(version),
      lastModified: new Date(lastUpdated).toISOString(),
    },
  };
  return `{"fullUrl":${fullUrl},${resource}${JSON.stringify(change).slice(1)}`;
}
