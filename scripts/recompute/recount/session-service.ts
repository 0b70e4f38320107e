import type { CodeableConcept } from 'fhir/r4';

const hcpcs = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const cpt = 'http://www.ama-assn.org/go/cpt';

/** Services of an intensive outpatient program, by procedure code (HCPCS level II; AMA CPT). */
const kinds: Record<string, readonly string[]> = {
  assessment: [`${hcpcs}|H0001`, `${cpt}|90791`],
  group: [`${hcpcs}|H0005`, `${hcpcs}|H0015`, `${cpt}|90853`],
  individual: [`${hcpcs}|H0004`, `${cpt}|90832`, `${cpt}|90834`, `${cpt}|90837`],
  family: [`${cpt}|90846`, `${cpt}|90847`],
  /** Skills training and psychoeducation are hours of the program too. */
  skills: [`${hcpcs}|H2014`, `${hcpcs}|H2027`],
};
const treatment = ['group', 'individual', 'family', 'skills'].flatMap((kind) => kinds[kind] ?? []);

export const codesOf = (services: readonly (CodeableConcept | undefined)[]): string[] =>
  services.flatMap((one) => (one?.coding ?? []).map(({ system, code }) => `${system}|${code}`));

/** In a word; 'other' for whatever is neither counseling, a lesson nor an assessment. */
export const kindOf = (codes: readonly string[]): string =>
  Object.entries(kinds).find(([, known]) => codes.some((code) => known.includes(code)))?.[0] ??
  'other';

/** Whether somebody who came to it unbooked walked in to treatment: to leave a specimen is none. */
export const isTreatment = (codes: readonly string[]): boolean =>
  codes.some((code) => treatment.includes(code));
