import type { ClaimResponse, Coverage, FhirResource } from 'fhir/r4';

/** Whom the small clinic's clients are paid for by; hand-written. */
export const coverage = (client: string, payor: Coverage['payor'][number]): Coverage => ({
  resourceType: 'Coverage',
  id: `coverage-${client}`,
  status: 'active',
  beneficiary: { reference: `Patient/${client}` },
  period: { start: '2026-10-01' },
  payor: [payor],
});

/** Ada's is Harbor Health Plan, Bo's the state, Cy's an organization that is read; Di pays herself. */
export const payers = (): FhirResource[] => [
  { resourceType: 'Organization', id: 'northway', name: 'Northway Commercial' },
  coverage('ada', { display: 'Harbor Health Plan' }),
  coverage('bo', { display: ' State Medicaid' }),
  coverage('cy', { reference: 'Organization/northway' }),
  coverage('di', { reference: 'Patient/di', display: 'Test Di' }),
];

/** So many units until 13 December, under the client's coverage. */
export const authorized = (client: string, units: number): ClaimResponse => ({
  resourceType: 'ClaimResponse',
  id: `authorization-${client}`,
  status: 'active',
  type: {},
  use: 'preauthorization',
  patient: { reference: `Patient/${client}` },
  created: '2026-11-02',
  insurer: {},
  outcome: 'complete',
  preAuthPeriod: { start: '2026-11-02', end: '2026-12-13' },
  insurance: [{ sequence: 1, focal: true, coverage: { reference: `Coverage/coverage-${client}` } }],
  item: [
    {
      itemSequence: 1,
      adjudication: [{ category: { coding: [{ code: 'benefit' }] }, value: units }],
    },
  ],
});
