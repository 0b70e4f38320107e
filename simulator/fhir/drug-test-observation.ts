import type { CodeableConcept, Observation, ObservationComponent } from 'fhir/r4';
import type { Analyte } from '../model/background/substance.ts';
import { localIso } from '../model/local-time.ts';
import type { DrugTest } from '../model/measurement/drug-test.ts';
import type { Placement } from '../model/placement.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';
import { loinc } from './score-codes.ts';
import { utcIso } from './utc-iso.ts';

const SNOMED = 'http://snomed.info/sct';
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
const LABORATORY: CodeableConcept = {
  coding: [
    { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
  ],
};
const PANEL = loinc('87428-9', 'Drugs of abuse panel, urine, by screen method with reflex confirm');
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

/** Pending from the collection on, preliminary once screened, final when confirmed. */
export function drugTestObservations(
  placement: Placement,
  test: DrugTest,
): Recorded<Observation>[] {
  const { key, shape, detected } = test;
  if (test.outcome !== 'resulted' || shape === 'components') {
    return [recorded(placement, test, key, panelOf(test))];
  }
  const analytes = [...detected].map(([analyte, found], at) =>
    recorded(placement, test, `${key}-${at + 1}`, () => ({
      code: codeOf(analyte),
      valueCodeableConcept: result(found),
    })),
  );
  if (shape === 'separate') return analytes;
  const hasMember = analytes.map(({ id }) => ({ reference: `Observation/${id}` }));
  return [
    recorded(placement, test, key, () => ({ code: { coding: [PANEL] }, hasMember })),
    ...analytes,
  ];
}

type Content = Pick<Observation, 'code'> & Partial<Observation>;

function panelOf({ outcome, detected, diluteCreatinine }: DrugTest): (pending: boolean) => Content {
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

function codeOf(analyte: Analyte): CodeableConcept {
  const [code, name] = ANALYTES[analyte];
  return { coding: [loinc(code, `${name} [Presence] in Urine by Screen method`)] };
}

function result(positive: boolean): CodeableConcept {
  const [code, display] = positive ? ['260373001', 'Detected'] : ['260415000', 'Not detected'];
  return { coding: [{ system: SNOMED, code, display }] };
}

function absent(code: string): CodeableConcept {
  return { coding: [{ system: ABSENT, code }] };
}

function recorded(
  { client, group }: Placement,
  test: DrugTest,
  key: string,
  content: (pending: boolean) => Content,
): Recorded<Observation> {
  const id = resourceId.clinical('obs', client, key);
  const { outcome, collectedAt, screenedAt, confirmedAt } = test;
  const awaited = outcome === 'resulted';
  const positive = awaited && [...test.detected.values()].some(Boolean);
  const at = awaited
    ? [collectedAt, screenedAt, ...(positive ? [confirmedAt] : [])]
    : [outcome === 'invalid' ? screenedAt : collectedAt + 3_600_000];
  return {
    id,
    at,
    render: (version) => ({
      resourceType: 'Observation',
      id,
      status: statusOf(outcome, version, positive),
      category: [LABORATORY],
      subject: toClient(client),
      effectiveDateTime: localIso(group.unit.site.zone, collectedAt),
      ...((version > 1 || outcome === 'invalid') && { issued: utcIso(at[version - 1]) }),
      ...withoutResult(content(awaited && version === 1), awaited && version === 1),
    }),
  };
}

/** A positive screen is presumptive until the laboratory confirms it; a negative one stands. */
function statusOf(
  outcome: DrugTest['outcome'],
  version: number,
  positive: boolean,
): Observation['status'] {
  if (outcome === 'refused' || outcome === 'missed') return 'cancelled';
  if (outcome === 'invalid') return 'final';
  if (version === 1) return 'registered';
  return version === 2 && positive ? 'preliminary' : 'final';
}

function withoutResult(content: Content, pending: boolean): Content {
  if (!pending) return content;
  return { code: content.code, ...(content.hasMember && { hasMember: content.hasMember }) };
}
