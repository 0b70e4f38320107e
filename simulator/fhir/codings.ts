import type { CodeableConcept } from 'fhir/r4';
import type { SessionKind } from '../model/session.ts';

const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const CPT = 'http://www.ama-assn.org/go/cpt';

export const SESSION_CODES: Record<SessionKind, CodeableConcept> = {
  group: coded(HCPCS, 'H0005', 'Alcohol and/or drug services; group counseling by a clinician'),
  individual: coded(HCPCS, 'H0004', 'Behavioral health counseling and therapy, per 15 minutes'),
  family: coded(CPT, '90847', 'Family psychotherapy with patient present'),
  assessment: coded(HCPCS, 'H0001', 'Alcohol and/or drug assessment'),
  skills: coded(HCPCS, 'H2014', 'Skills training and development, per 15 minutes'),
  education: coded(HCPCS, 'H2027', 'Psychoeducational service, per 15 minutes'),
  peer: coded(HCPCS, 'H0038', 'Self-help/peer services, per 15 minutes'),
  medication: coded(CPT, '99213', 'Office or other outpatient visit, established patient'),
};

export const INTENSIVE_OUTPATIENT = coded(
  HCPCS,
  'H0015',
  'Alcohol and/or drug services; intensive outpatient',
);

export const COLLECTION = coded(
  HCPCS,
  'H0048',
  'Alcohol and/or other drug testing: collection and handling only',
);

export const EPISODE_TYPE = 'http://terminology.hl7.org/CodeSystem/episodeofcare-type';
export const ASAM_CRITERIA = 'https://www.asam.org/asam-criteria';
export const CANCELLATION_REASON =
  'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason';
export const NUCC = 'http://nucc.org/provider-taxonomy';
export const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
export const IDENTIFIER_TYPE = 'http://terminology.hl7.org/CodeSystem/v2-0203';
/** Of TEDS-D: why treatment ended, 1 to 7. */
export const TEDS_REASON_SYSTEM = 'https://www.samhsa.gov/data/teds-d/reason';
export const DISCHARGE_REASON =
  'https://simulated-clinic.example/StructureDefinition/discharge-reason';
export const RECORD_NUMBER = 'https://simulated-clinic.example/record-number';

function coded(system: string, code: string, display: string): CodeableConcept {
  return { coding: [{ system, code, display }], text: display };
}
