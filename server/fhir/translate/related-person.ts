import type { RelatedPerson } from 'fhir/r4';
import { wordsOf } from './code.ts';
import { personName, type PersonName } from './person-name.ts';
import { refOf } from './reference.ts';
import { phonesIn } from './telecom.ts';
import { heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface SupportPersonFacts extends PersonName {
  client: Ref;
  relationship: string | null;
  active: boolean;
  phones: string[];
  startsOn: string | null;
  endsOn: string | null;
}

/** Somebody who stands by a client: whether they may be told anything is a consent's to say. */
export function translateRelatedPerson(person: RelatedPerson): Translation<SupportPersonFacts> {
  const client = refOf(person.patient, 'Patient');
  if (!client) return heldBack('Names no client', 'the support person is not shown');
  return {
    use: {
      client,
      ...personName(person.name),
      relationship: (person.relationship ?? []).map(wordsOf).find(Boolean) ?? null,
      active: person.active ?? true,
      phones: phonesIn(person.telecom),
      startsOn: wholeDay(person.period?.start),
      endsOn: wholeDay(person.period?.end),
    },
  };
}
