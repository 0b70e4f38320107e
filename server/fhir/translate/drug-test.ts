import type { CodeableConcept, Observation, ObservationComponent } from 'fhir/r4';
import {
  analyteOfCode,
  CREATININE,
  DRUG_TEST_PANELS,
  REFLEX_PANEL,
  SPECIFIC_GRAVITY,
} from '#domain/drug-tests/analytes';
import type { AnalyteFinding, DrugTestReport } from '#domain/drug-tests/specimen';
import { numberOf } from './answer.ts';
import { codesIn, LOINC, plainCodes } from './code.ts';
import { isDetected } from './detected.ts';
import { refOf } from './reference.ts';
import { heldBack, type Ref, type Translation } from './translation.ts';
import { type When, whenOf } from './when.ts';

/** What one Observation says of a specimen. */
export interface DrugTestFacts extends When, Omit<DrugTestReport, 'recordId'> {
  kind: 'drug-test';
  client: Ref;
  members: Ref[];
  /** Creatinine or specific gravity alone is no drug test. */
  isTest: boolean;
}

const VALIDITY = [CREATININE, SPECIFIC_GRAVITY];
const FINISHED = ['final', 'amended', 'corrected'];
const STATE_BY_ABSENCE: Readonly<Record<string, DrugTestReport['state']>> = {
  'asked-declined': 'refused',
  'not-performed': 'missed',
  error: 'invalid',
};

/** A drug test: a panel, or one of its parts. `null` where no code is one of a drug test. */
export function translateDrugTest(observation: Observation): Translation<DrugTestFacts> | null {
  const codes = codesIn(observation.code, LOINC);
  const isPanel = codes.some((code) => DRUG_TEST_PANELS.includes(code));
  const isAnalyte = codes.some((code) => analyteOfCode(code));
  if (!isPanel && !isAnalyte && !codes.some((code) => VALIDITY.includes(code))) return null;
  const client = refOf(observation.subject, 'Patient');
  if (!client) return heldBack('Names no client', 'the drug test is not shown');
  const when = whenOf(
    observation.effectiveDateTime,
    observation.effectiveInstant,
    observation.effectivePeriod?.start,
  );
  if (!when) return heldBack('Has no date of collection', 'the drug test is not shown');
  const parts = [observation, ...(observation.component ?? [])];
  return {
    use: {
      kind: 'drug-test',
      client,
      ...when,
      state: stateOf(observation),
      findings: parts.flatMap(findingOf),
      creatinine: measured(parts, CREATININE),
      specificGravity: measured(parts, SPECIFIC_GRAVITY),
      confirmsAll: codes.includes(REFLEX_PANEL) && FINISHED.includes(observation.status),
      members: (observation.hasMember ?? []).flatMap(
        (member) => refOf(member, 'Observation') ?? [],
      ),
      isTest: isPanel || isAnalyte,
    },
  };
}

function stateOf({ status, dataAbsentReason, note }: Observation): DrugTestFacts['state'] {
  // Why there is no result tells more than that it was called off.
  const absent = plainCodes([dataAbsentReason]).map((code) => STATE_BY_ABSENCE[code]);
  const state = absent.find((one) => one !== undefined);
  if (state) return state;
  if (status === 'cancelled') return 'refused';
  if (note?.some(({ text }) => /\b(invalid|adulterated|substituted)\b/i.test(text)))
    return 'invalid';
  return status === 'registered' ? 'pending' : null;
}

function findingOf(part: Observation | ObservationComponent): AnalyteFinding[] {
  const known = codesIn(part.code, LOINC)
    .map(analyteOfCode)
    .find((analyte) => analyte !== null);
  const detected = isDetected(part);
  if (!known || detected === 'no result') return [];
  return [{ analyte: known.analyte.id, detected, confirmed: known.confirms }];
}

function measured(
  parts: readonly (Observation | ObservationComponent)[],
  loinc: string,
): number | null {
  const part = parts.find(({ code }: { code?: CodeableConcept }) =>
    codesIn(code, LOINC).includes(loinc),
  );
  const value = part ? numberOf(part) : null;
  return Number.isNaN(value) ? null : value;
}
