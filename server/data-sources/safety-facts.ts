import { ASK_OF_SAFETY } from '#domain/instruments/safety-answer';
import { keyOf, type KnownIds } from './identities.ts';
import { factsOf, type TranslatedRecord } from './translate-records.ts';
import type { FactsOf, ReadType } from './translators.ts';

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
  const named = [
    ...factsOf(translated, 'Appointment').map(({ facts }) => facts.reportedDeath),
    ...factsOf(translated, 'MedicationRequest').map(({ facts }) =>
      facts.medication === null ? null : facts.client,
    ),
    ...factsOf(translated, 'Condition').map(({ facts }) => spokenOfIn(facts)),
    ...factsOf(translated, 'Observation').map(({ facts }) => spokenOfIn(facts)),
    ...factsOf(translated, 'QuestionnaireResponse').map(({ facts }) => spokenOfIn(facts)),
  ];
  return [...deceased, ...named.flatMap((client) => (client && ids.get(keyOf(client))) ?? [])];
}

/** The client of a diagnosis, or of answers, that bears on safety. */
function spokenOfIn(facts: FactsOf<'Condition' | 'Observation' | 'QuestionnaireResponse'>) {
  // What naltrexone is for.
  if (facts.kind === 'diagnosis') return facts.says.substance === 'opioids' ? facts.client : null;
  return facts.kind === 'score' && ASK_OF_SAFETY.includes(facts.instrument) ? facts.client : null;
}
