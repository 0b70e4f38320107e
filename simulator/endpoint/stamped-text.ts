import { stamped, type Shown } from './chart.ts';

/** A resource as text, and what it is called. */
export interface WrittenOut {
  id: string;
  text: string;
}

/**
 * A resource as it is sent, as text, so that nothing else of it is kept. What the clinic records
 * begins with its type and id and has no `meta`, which is put behind them without copying the rest.
 */
export function stampedText(shown: Shown): string {
  const { id, version, lastUpdated, content } = shown;
  const resource = content();
  const text = JSON.stringify(resource);
  const begin = `{"resourceType":"${resource.resourceType}","id":"${id}"`;
  if (resource.meta || !text.startsWith(begin)) return JSON.stringify(stamped(shown));
  const updated = new Date(lastUpdated).toISOString();
  return `${begin},"meta":{"versionId":"${version}","lastUpdated":"${updated}"}${text.slice(begin.length)}`;
}
