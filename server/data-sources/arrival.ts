import { createHash } from 'node:crypto';
import type { FhirResource } from 'fhir/r4';
import type { Ref } from '../fhir/translate/translation.ts';
import { refsOf } from './clients-named.ts';
import { translationOf } from './translate-records.ts';

/** A resource as it is kept: its text, what names it, and what it names. */
export interface Arrival {
  body: string;
  ref: Ref;
  refs: readonly Ref[];
}

const arrivals = new WeakMap<FhirResource, Arrival>();

/** Worked out once for each resource; `body` where its text is at hand. */
export function arrivalOf(resource: FhirResource, body = JSON.stringify(resource)): Arrival {
  const known = arrivals.get(resource);
  if (known) return known;
  const arrival = { body, ref: refTo(resource, body), refs: refsOf(resource) };
  arrivals.set(resource, arrival);
  return arrival;
}

/** All that a resource says by itself, while the database is busy with those before it. */
export function workOutAhead(resource: FhirResource, body?: string): void {
  arrivalOf(resource, body);
  translationOf(resource);
}

/** A file may hold resources without an id: what such a one says is all there is to know it by. */
const refTo = (resource: FhirResource, body: string): Ref => ({
  type: resource.resourceType,
  id: resource.id ?? digest(body),
});

export const digest = (body: string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 32);
