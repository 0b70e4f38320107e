/** What kind of session a service is. */
export type SessionKind = 'group' | 'individual' | 'family' | 'skills' | 'assessment' | 'other';

const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const CPT = 'http://www.ama-assn.org/go/cpt';

/** Procedure codes of the services of an intensive outpatient program (HCPCS level II; AMA CPT). */
const KIND_BY_CODE: Readonly<Record<string, SessionKind>> = {
  [`${HCPCS}|H0005`]: 'group',
  [`${CPT}|90853`]: 'group',
  [`${HCPCS}|H0015`]: 'group',
  [`${HCPCS}|H0004`]: 'individual',
  [`${CPT}|90832`]: 'individual',
  [`${CPT}|90834`]: 'individual',
  [`${CPT}|90837`]: 'individual',
  [`${CPT}|90846`]: 'family',
  [`${CPT}|90847`]: 'family',
  // Skills training and psychoeducation: hours of the program, with the group.
  [`${HCPCS}|H2014`]: 'skills',
  [`${HCPCS}|H2027`]: 'skills',
  [`${HCPCS}|H0001`]: 'assessment',
  [`${CPT}|90791`]: 'assessment',
};

/** The kind a coding stands for; `null` when the code is not a session's. Matches codes, never names. */
export const sessionKindOf = (system: string, code: string): SessionKind | null =>
  KIND_BY_CODE[`${system}|${code}`] ?? null;
