import type { Observation, ObservationComponent } from 'fhir/r4';
import type { ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { analytes, creatinine, panels, reflexPanel, specificGravity } from './urine-analytes.ts';

/** What one Observation says of a specimen. */
export interface DrugTestReport {
  id: string;
  client: string;
  collected: string;
  members: string[];
  /** Why there is no result; `null` where there is one, or may yet be. */
  without: 'refused' | 'missed' | 'invalid' | 'pending' | null;
  /** By analyte, whether it was found. */
  found: Map<string, boolean>;
  creatinine: number | null;
  specificGravity: number | null;
  /** The final report of a panel that confirms what it finds. */
  confirms: boolean;
  /** Creatinine alone is no drug test. */
  isTest: boolean;
}

const detected = '260373001';
const notDetected = '260415000';

export function drugTestReports(records: ClinicRecords): DrugTestReport[] {
  return records
    .all('Observation')
    .filter(({ status }) => status !== 'entered-in-error')
    .filter((one) => isDrugTest(one) || [creatinine, specificGravity].includes(loincOf(one)))
    .map((observation) => {
      const parts = [observation, ...(observation.component ?? [])];
      return {
        id: observation.id ?? '',
        client: records.client(observation.subject?.reference) ?? '',
        collected: observation.effectiveDateTime ?? '',
        members: (observation.hasMember ?? []).map(({ reference = '' }) => idIn(reference)),
        without: withoutResult(observation),
        found: new Map(parts.flatMap(finding)),
        creatinine: measured(parts, creatinine),
        specificGravity: measured(parts, specificGravity),
        confirms: loincOf(observation) === reflexPanel && observation.status === 'final',
        isTest: isDrugTest(observation),
      };
    });
}

/** By record: what it says, as it stands there. */
export const drugTestReportValues = (reports: readonly DrugTestReport[]): ValuesByName =>
  new Map(
    reports.map((report) => [
      `${report.client} Observation/${report.id}`,
      {
        'collected on': report.collected.slice(0, 10),
        'collected at': new Date(report.collected).toISOString(),
        'no result': report.without,
        ...Object.fromEntries(
          Object.values(analytes).map((analyte) => [analyte, report.found.get(analyte) ?? null]),
        ),
        creatinine: report.creatinine,
        'specific gravity': report.specificGravity,
        members: report.members.toSorted().join(' '),
      },
    ]),
  );

function withoutResult({ status, dataAbsentReason }: Observation): DrugTestReport['without'] {
  const reasons = (dataAbsentReason?.coding ?? []).map(({ code }) => code);
  if (reasons.includes('asked-declined')) return 'refused';
  if (reasons.includes('not-performed')) return 'missed';
  if (reasons.includes('error')) return 'invalid';
  if (status === 'cancelled') return 'refused';
  return status === 'registered' ? 'pending' : null;
}

function finding(part: Observation | ObservationComponent): [string, boolean][] {
  const analyte = analytes[loincOf(part)];
  const codes = (part.valueCodeableConcept?.coding ?? []).map(({ code }) => code);
  if (!analyte || !codes.some((code) => code === detected || code === notDetected)) return [];
  return [[analyte, codes.includes(detected)]];
}

const measured = (
  parts: readonly (Observation | ObservationComponent)[],
  code: string,
): number | null => parts.find((part) => loincOf(part) === code)?.valueQuantity?.value ?? null;

const isDrugTest = (observation: Observation): boolean =>
  panels.includes(loincOf(observation)) || loincOf(observation) in analytes;

const loincOf = ({ code }: Pick<Observation | ObservationComponent, 'code'>): string =>
  code.coding?.find(({ system }) => system === 'http://loinc.org')?.code ?? '';

const idIn = (reference: string): string => reference.split('/').at(-1) ?? '';
