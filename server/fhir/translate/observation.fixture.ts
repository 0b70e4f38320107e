import assert from 'node:assert/strict';
import type { CodeableConcept, Observation } from 'fhir/r4';
import { translateObservation, type ObservationFacts } from './observation.ts';

export const loinc = (code: string, display?: string): CodeableConcept => ({
  coding: [{ system: 'http://loinc.org', code, ...(display ? { display } : {}) }],
});

export const snomed = (code: string): CodeableConcept => ({
  coding: [{ system: 'http://snomed.info/sct', code }],
});

/** Hand-written R4, of a code. */
export const observation = (code: string, part: Partial<Observation> = {}): Observation => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  code: loinc(code),
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-11-16T09:30:00-05:00',
  ...part,
});

type Kind = ObservationFacts['kind'];

/** What is made of one that can be used, of a kind. */
export function factsOf<K extends Kind>(
  kind: K,
  resource: Observation,
): Extract<ObservationFacts, { kind: K }> {
  const translation = translateObservation(resource);
  assert.ok('use' in translation, JSON.stringify(translation));
  assert.equal(translation.use.kind, kind);
  return translation.use as Extract<ObservationFacts, { kind: K }>;
}

/** Why one is not used. */
export function reasonOf(resource: Observation): string {
  const translation = translateObservation(resource);
  assert.ok(!('use' in translation), JSON.stringify(translation));
  return 'setAside' in translation ? translation.setAside : translation.heldBack.reason;
}
