import type { Coding, Extension, Quantity } from 'fhir/r4';
import type { Item } from '#domain/instruments/instrument';

/** An answer or a value, in any of the ways FHIR writes one. */
export interface Valued {
  valueInteger?: number;
  valueDecimal?: number;
  valueQuantity?: Quantity;
  valueBoolean?: boolean;
  valueString?: string;
  valueCoding?: Coding;
  valueCodeableConcept?: { coding?: Coding[] };
}

const ORDINAL = [
  'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  'http://hl7.org/fhir/StructureDefinition/itemWeight',
];

/**
 * The number a value stands for: a number, a number in words, yes or no, or a coded answer of this
 * item. `null` where there is no value; NaN where there is one that stands for no number.
 */
export function numberOf(valued: Valued, item?: Item): number | null {
  const plain = valued.valueInteger ?? valued.valueDecimal ?? valued.valueQuantity?.value;
  if (plain !== undefined) return plain;
  if (valued.valueBoolean !== undefined) return Number(valued.valueBoolean);
  if (valued.valueString !== undefined) return numeric(valued.valueString);
  const codings = valued.valueCoding ? [valued.valueCoding] : valued.valueCodeableConcept?.coding;
  if (!codings) return null;
  const numbers = codings.map((coding) => item?.answers?.[coding.code ?? ''] ?? ordinalOf(coding));
  return numbers.find((number) => number !== undefined) ?? Number.NaN;
}

const ordinalOf = ({ extension }: Coding): number | undefined =>
  extension?.find(({ url }: Extension) => ORDINAL.includes(url))?.valueDecimal;

const numeric = (text: string): number =>
  /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
