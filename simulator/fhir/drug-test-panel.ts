import type { CodeableConcept, Observation, ObservationComponent } from 'fhir/r4';
import type { Analyte } from '../model/background/substance.ts';
import type { DrugTest } from '../model/measurement/drug-test.ts';
import { loinc } from './score-codes.ts';

const SNOMED = 'http://snomed.info/sct';
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
export const PANEL = loinc(
  '87428-9',
  'Drugs of abuse panel, urine, by screen method with reflex confirm',
);
const CREATININE = loinc('2161-8', 'Creatinine [Mass/volume] in Urine');
const GRAVITY = loinc('2965-2', 'Specific gravity of Urine');

/** Urine, by screen method. */
const ANALYTES: Record<Analyte, readonly [code: string, name: string]> = {
  'ethyl-glucuronide': ['58375-7', 'Ethyl glucuronide'],
  fentanyl: ['59673-4', 'Fentanyl'],
  opiates: ['19295-5', 'Opiates'],
  oxycodone: ['19642-8', 'Oxycodone'],
  methamphetamine: ['19554-5', 'Methamphetamine'],
  amphetamines: ['19261-7', 'Amphetamines'],
  cannabinoids: ['18282-4', 'Cannabinoids'],
  cocaine: ['14314-9', 'Benzoylecgonine'],
  benzodiazepines: ['14316-4', 'Benzodiazepines'],
  buprenorphine: ['58359-1', 'Buprenorphine and norbuprenorphine'],
  methadone: ['19550-3', 'Methadone'],
};

export type Content = Pick<Observation, 'code'> & Partial<Observation>;

/** The whole panel in one observation: its result, or why there is none. */
export function panelOf({
  outcome,
  detected,
  diluteCreatinine,
}: DrugTest): (pending: boolean) => Content {
  const code = { coding: [PANEL] };
  switch (outcome) {
    case 'refused':
      return () => ({ code, dataAbsentReason: absent('asked-declined') });
    case 'missed':
      return () => ({ code, dataAbsentReason: absent('not-performed') });
    case 'invalid':
      return () => ({
        code,
        dataAbsentReason: absent('error'),
        note: [{ text: 'Specimen not acceptable: temperature out of range.' }],
      });
    case 'resulted':
      return (pending) =>
        pending
          ? { code }
          : { code, component: [...found(detected), ...dilution(diluteCreatinine)] };
  }
}

function found(detected: DrugTest['detected']): ObservationComponent[] {
  return [...detected].map(([analyte, positive]) => ({
    code: codeOf(analyte),
    valueCodeableConcept: result(positive),
  }));
}

/** Dilute: creatinine from 2 to below 20 mg/dL, with low specific gravity. */
function dilution(creatinine: number | null): ObservationComponent[] {
  if (creatinine === null) return [];
  const system = 'http://unitsofmeasure.org';
  return [
    {
      code: { coding: [CREATININE] },
      valueQuantity: { value: creatinine, unit: 'mg/dL', system, code: 'mg/dL' },
    },
    { code: { coding: [GRAVITY] }, valueQuantity: { value: 1.002, unit: '1', system, code: '1' } },
  ];
}

export function codeOf(analyte: Analyte): CodeableConcept {
  const [code, name] = ANALYTES[analyte];
  return { coding: [loinc(code, `${name} [Presence] in Urine by Screen method`)] };
}

export function result(positive: boolean): CodeableConcept {
  const [code, display] = positive ? ['260373001', 'Detected'] : ['260415000', 'Not detected'];
  return { coding: [{ system: SNOMED, code, display }] };
}

function absent(code: string): CodeableConcept {
  return { coding: [{ system: ABSENT, code }] };
}
