import { createHash } from 'node:crypto';
import type { FhirResource } from 'fhir/r4';
import type { Ref } from '../fhir/translate/translation.ts';
import { clientsNamed, refsOf } from './clients-named.ts';
import { keyOf } from './identities.ts';
import { refsOfFacts, type Translated, translationOf } from './translate-records.ts';

/**
 * All that a resource says by itself. It takes the resource's place: of thousands that wait for the
 * database, the parsed trees are let go at once.
 */
export interface Arrival {
  type: string;
  /** Its text, as it is kept. */
  body: string;
  /** The source's version, or a digest of the text where it gives none. */
  version: string;
  lastUpdated: string | null;
  /** What it is known by, by `keyOf`. */
  key: string;
  /** Itself, and everything that it, or what its translator made of it, refers to; by `keyOf`. */
  refs: ReadonlyMap<string, Ref>;
  /** Of those, the clients it speaks of; `null` where it should name one and does not. */
  clients: readonly string[] | null;
  translated: Translated | null;
}

/** `body` where the resource's text is at hand. */
export function arrivalOf(resource: FhirResource, body = JSON.stringify(resource)): Arrival {
  const refs = refsOf(resource);
  const clients = clientsNamed(resource, refs)?.map(keyOf) ?? null;
  const translated = translationOf(resource);
  const ref = refTo(resource, body);
  for (const one of [ref, ...(translated ? refsOfFacts(translated) : [])])
    refs.set(keyOf(one), one);
  return {
    type: resource.resourceType,
    body,
    version: resource.meta?.versionId ?? digest(body),
    lastUpdated: instant(resource.meta?.lastUpdated),
    key: keyOf(ref),
    refs,
    clients,
    translated,
  };
}

/** A file may hold resources without an id: what such a one says is all there is to know it by. */
const refTo = (resource: FhirResource, body: string): Ref => ({
  type: resource.resourceType,
  id: resource.id ?? digest(body),
});

const digest = (body: string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 32);

const instant = (text: string | undefined): string | null => {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};
