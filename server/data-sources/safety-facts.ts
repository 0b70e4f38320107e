import { ASK_OF_SAFETY } from '#domain/instruments/safety-answer';
import type { ScoreFacts } from '../fhir/translate/score-facts.ts';
import type { DiagnosisFacts } from '../fhir/translate/condition.ts';
import type { Ref } from '../fhir/translate/translation.ts';
import { keyOf, type KnownIds } from './identities.ts';
import { factsOf, type TranslatedRecord } from './translate-records.ts';
import type { ReadType } from './translators.ts';

/** Types of which some records say something of safety. */
const OF_SAFETY: readonly ReadType[] = [
  'Patient',
  'Appointment',
  'Condition',
  'MedicationRequest',
  'Observation',
  'QuestionnaireResponse',
];

/** Our ids of records that may have said something of safety before they said what they say now. */
export const mayHaveSpoken = (translated: readonly TranslatedRecord[]): string[] =>
  translated.flatMap(({ record, type }) =>
    OF_SAFETY.includes(type) && !record.isFirst ? [record.identityId] : [],
  );

/**
 * Clients of whom these records now say something of safety: the same as `clientsWithSignals` finds
 * where they are written, for of thousands it takes long to ask back what was just told.
 */
export function clientsSpokenOf(translated: readonly TranslatedRecord[], ids: KnownIds): string[] {
  const deceased = factsOf(translated, 'Patient').flatMap(({ id, facts }) =>
    facts.deceased ? [id] : [],
  );
  const named: (Ref | null)[] = [
    ...factsOf(translated, 'Appointment').map(({ facts }) => facts.reportedDeath),
    ...factsOf(translated, 'MedicationRequest').map(({ facts }) =>
      facts.medication === null ? null : facts.client,
    ),
    ...factsOf(translated, 'Condition').map(({ facts }) => ofOpioids(facts)),
    ...factsOf(translated, 'Observation').map(({ facts }) => {
      if (facts.kind === 'diagnosis') return ofOpioids(facts);
      return facts.kind === 'score' ? askedOfSafety(facts) : null;
    }),
    ...factsOf(translated, 'QuestionnaireResponse').map(({ facts }) =>
      facts.kind === 'score' ? askedOfSafety(facts) : null,
    ),
  ];
  return [...deceased, ...named.flatMap((client) => (client && ids.get(keyOf(client))) ?? [])];
}

/** What naltrexone is for. */
const ofOpioids = ({ client, says }: DiagnosisFacts): Ref | null =>
  says.substance === 'opioids' ? client : null;

const askedOfSafety = ({ client, instrument }: ScoreFacts): Ref | null =>
  ASK_OF_SAFETY.includes(instrument) ? client : null;
