import { OWN_TIME_ZONE } from '../../attendance/sites.ts';
import type { Fact } from '../translate-records.ts';
import { type FactTable, type IdOf, onePerRecord, someRecords } from './fact-table.ts';

export const UNITS: readonly FactTable<'Organization'>[] = [
  onePerRecord('unit', ({ facts: { name, address } }) => ({ name, address }), 'id'),
];

export const SITES: readonly FactTable<'Location'>[] = [
  onePerRecord(
    'site',
    ({ facts }) => ({ name: facts.name, time_zone: facts.timeZone ?? OWN_TIME_ZONE }),
    'id',
  ),
];

const offer = ({ facts }: Fact<'HealthcareService'>, idOf: IdOf) => ({
  unit_id: idOf(facts.unit),
  site_id: idOf(facts.site),
  name: facts.name,
});

/** What is offered is a program or a kind of session, and may turn from one into the other. */
export const OFFERS: readonly FactTable<'HealthcareService'>[] = [
  someRecords(
    'program',
    (fact, idOf) =>
      fact.facts.kind === null ? { ...offer(fact, idOf), track: fact.facts.track } : null,
    'id',
  ),
  someRecords(
    'service',
    (fact, idOf) =>
      fact.facts.kind === null ? null : { ...offer(fact, idOf), kind: fact.facts.kind },
    'id',
  ),
];
