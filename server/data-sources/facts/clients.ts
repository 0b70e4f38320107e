import { type FactTable, manyPerRecord, onePerRecord, someRecords } from './fact-table.ts';

export const CLIENTS: readonly FactTable<'Patient'>[] = [
  onePerRecord(
    'client',
    ({ facts }, idOf) => ({
      family_name: facts.familyName,
      given_name: facts.givenName,
      merged_into: idOf(facts.mergedInto),
    }),
    'id',
  ),
  onePerRecord(
    'client_particulars',
    ({ facts }) => ({
      record_number: facts.recordNumber,
      birth_date: facts.birthDate,
      deceased: facts.deceased,
      died_on: facts.diedOn,
      language: facts.language,
      interpreter_required: facts.interpreterRequired,
      phones: facts.phones,
      address: facts.address,
    }),
    'client_id',
  ),
];

export const SUPPORT_PERSONS: readonly FactTable<'RelatedPerson'>[] = [
  onePerRecord('support_person', ({ facts }, idOf) => ({
    client_id: idOf(facts.client),
    family_name: facts.familyName,
    given_name: facts.givenName,
    relationship: facts.relationship,
    active: facts.active,
    phones: facts.phones,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
  })),
];

export const CLIENT_FLAGS: readonly FactTable<'Flag'>[] = [
  onePerRecord('client_flag', ({ facts }, idOf) => ({
    client_id: idOf(facts.client),
    category: facts.category,
    words: facts.words,
    status: facts.status,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
  })),
];

export const CONSENTS: readonly FactTable<'Consent'>[] = [
  onePerRecord('consent', ({ facts }, idOf) => ({
    client_id: idOf(facts.client),
    status: facts.status,
    category: facts.category,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
    purposes: facts.purposes,
    criminal_justice: facts.criminalJustice,
  })),
  manyPerRecord('consent_recipient', ['consent_id', 'number'], ({ facts }, idOf) =>
    facts.recipients.map(({ party, name, permitted }, index) => ({
      number: index + 1,
      client_id: idOf(facts.client),
      party_id: idOf(party),
      name,
      permitted,
    })),
  ),
];

/** What was booked is written with attendance; that it was cancelled for a death is a fact of its own. */
export const REPORTED_DEATHS: readonly FactTable<'Appointment'>[] = [
  someRecords('reported_death', ({ facts }, idOf) =>
    facts.reportedDeath ? { client_id: idOf(facts.reportedDeath) } : null,
  ),
];
