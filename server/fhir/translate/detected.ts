import type { Observation, ObservationComponent } from 'fhir/r4';
import { codesIn, plainCodes, SNOMED } from './code.ts';

/** SNOMED CT: detected, positive; not detected, negative. */
const DETECTED = ['260373001', '10828004'];
const NOT_DETECTED = ['260415000', '260385009'];
/** HL7 v3 ObservationInterpretation. */
const INTERPRETED = ['POS', 'DET'];
const INTERPRETED_NOT = ['NEG', 'ND'];

type Result = Pick<
  Observation & ObservationComponent,
  'valueCodeableConcept' | 'valueString' | 'valueBoolean' | 'interpretation'
>;

/**
 * Whether something was found: by code, by word, or by how the laboratory interprets its value.
 * `null` where the result says neither, such as 'inconclusive'.
 */
export function isDetected(result: Result): boolean | null | 'no result' {
  const { valueCodeableConcept, valueString, valueBoolean, interpretation } = result;
  if (valueBoolean !== undefined) return valueBoolean;
  const coded = codesIn(valueCodeableConcept, SNOMED);
  const interpreted = plainCodes(interpretation ?? []);
  const words = [valueString, valueCodeableConcept?.text].map((text) => text?.trim().toLowerCase());
  const says = (codes: readonly string[], interpretations: readonly string[], said: RegExp) =>
    coded.some((code) => codes.includes(code)) ||
    interpreted.some((code) => interpretations.includes(code)) ||
    words.some((text) => text !== undefined && said.test(text));
  // 'Not detected' before 'detected'.
  if (says(NOT_DETECTED, INTERPRETED_NOT, /^(neg(ative)?|not detected|none detected)$/))
    return false;
  if (says(DETECTED, INTERPRETED, /^(pos(itive)?|detected)$/)) return true;
  const silent = !valueCodeableConcept && valueString === undefined && interpreted.length === 0;
  return silent ? 'no result' : null;
}
