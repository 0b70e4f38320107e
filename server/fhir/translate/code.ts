import type { CodeableConcept, Coding } from 'fhir/r4';

export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const ICD_10_CM = 'http://hl7.org/fhir/sid/icd-10-cm';

/** The codes a concept has in one code system, in order. */
export const codesIn = (concept: CodeableConcept | undefined, system: string): string[] =>
  (concept?.coding ?? []).flatMap((coding) =>
    coding.system === system && coding.code ? [coding.code] : [],
  );

/** Codes of a system that HL7 names, with or without the system written out. */
export const plainCodes = (concepts: readonly (CodeableConcept | undefined)[]): string[] =>
  concepts.flatMap((concept) => (concept?.coding ?? []).flatMap(({ code }) => code ?? []));

/** A concept as its source puts it in words; `null` where it has none. */
export const wordsOf = (concept: CodeableConcept | undefined): string | null =>
  concept?.text?.trim() || displayOf(concept?.coding) || null;

const displayOf = (codings: readonly Coding[] | undefined): string | undefined =>
  codings?.map(({ display, code }) => display ?? code).find(Boolean);
