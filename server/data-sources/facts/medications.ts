import { type FactTable, onePerRecord } from './fact-table.ts';

export const MEDICATIONS: readonly FactTable<'MedicationRequest'>[] = [
  onePerRecord('medication_supply', ({ facts }, idOf) => ({
    client_id: idOf(facts.client),
    medication: facts.medication,
    words: facts.words,
    status: facts.status,
    dosage: facts.dosage,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
    supply_ends_on: facts.supplyEndsOn,
  })),
];
