import type { CodeableConcept, Observation } from 'fhir/r4';
import { type CodedPart, partOfCode } from '#domain/instruments/instruments';
import { numberOf, type Valued } from './answer.ts';
import { codesIn, LOINC } from './code.ts';
import { refOf } from './reference.ts';
import { scoreFacts, type ScoreFacts } from './score-facts.ts';
import type { Translation } from './translation.ts';
import { whenOf } from './when.ts';

interface Part extends Valued {
  code?: CodeableConcept;
}

/**
 * A score as an Observation, in any of its shapes: a total, one answer, or a form with totals and
 * answers as components. A form whose members are Observations of their own says nothing itself: each
 * of them is read for what it is. `null` where no code is an instrument's; displays decide nothing.
 */
export function translateScore(observation: Observation): Translation<ScoreFacts> | null {
  const parts: Part[] = [observation, ...(observation.component ?? [])];
  const coded = parts.flatMap((valued) => {
    const part = partOf(valued.code);
    return part ? [{ ...part, valued }] : [];
  });
  const instrument = coded[0]?.instrument;
  if (!instrument) return null;
  const own = coded.filter((part) => part.instrument === instrument);
  const totals = own.flatMap((part) =>
    // Some give a form's own code the total.
    part.part === 'item' ? [] : (numberOf(part.valued) ?? []),
  );
  const answers = own.flatMap((part): [string, number][] => {
    const answer = part.part === 'item' ? numberOf(part.valued, part.item) : null;
    return part.part === 'item' && answer !== null ? [[part.item.id, answer]] : [];
  });
  return scoreFacts(
    instrument,
    refOf(observation.subject, 'Patient'),
    whenOf(
      observation.effectiveDateTime,
      observation.effectiveInstant,
      observation.effectivePeriod?.start,
      observation.issued,
    ),
    { total: totals[0] ?? null, answers: Object.fromEntries(answers) },
  );
}

const partOf = (code: CodeableConcept | undefined): CodedPart | null =>
  codesIn(code, LOINC)
    .map(partOfCode)
    .find((part) => part !== null) ?? null;
