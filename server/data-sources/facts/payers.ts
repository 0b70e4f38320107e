import { type FactTable, onePerRecord } from './fact-table.ts';

export const COVERAGES: readonly FactTable<'Coverage'>[] = [
  onePerRecord('coverage', ({ facts }, idOf) => ({
    client_id: idOf(facts.client),
    payer_name: facts.payerName,
    payer_id: idOf(facts.payer),
    status: facts.status,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
  })),
];

export const AUTHORIZATIONS: readonly FactTable<'ClaimResponse'>[] = [
  onePerRecord('payer_authorization', ({ facts }, idOf) => ({
    client_id: idOf(facts.client),
    coverage_id: idOf(facts.coverage),
    reference: facts.reference,
    units: facts.units,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
    outcome: facts.outcome,
    decided_on: facts.decidedOn,
  })),
];
