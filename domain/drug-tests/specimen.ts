import type { Medication } from '../medication/medication.ts';
import { ANALYTES } from './analytes.ts';

export interface AnalyteFinding {
  analyte: string;
  /** `null`: the laboratory could not tell. */
  detected: boolean | null;
  /** By a confirming method; a screen is presumptive until then. */
  confirmed: boolean;
}

/** What one record says of a specimen: the whole, or a part of it. */
export interface DrugTestReport {
  recordId: string;
  /** Why there is no result; `null` where there is, or may yet be. */
  state: 'refused' | 'missed' | 'invalid' | 'pending' | null;
  findings: readonly AnalyteFinding[];
  /** mg/dL. */
  creatinine: number | null;
  specificGravity: number | null;
  /** The final report of a panel whose positive screens are confirmed, members included. */
  confirmsAll: boolean;
}

/** Refused and missed are no positives: they are counted on their own. */
export type SpecimenState = 'refused' | 'missed' | 'invalid' | 'dilute' | 'pending' | 'reported';

export type Expectation =
  'expected-negative' | 'expected-positive' | 'unexpected-negative' | 'unexpected-positive';

export interface SpecimenResult extends AnalyteFinding {
  /** `null` where the finding is inconclusive. */
  expectation: Expectation | null;
}

export interface Specimen {
  state: SpecimenState;
  results: SpecimenResult[];
  recordIds: string[];
}

const GRAVEST_FIRST = ['refused', 'missed', 'invalid'] as const;

/**
 * One specimen from every record that speaks of it, in whatever order they came; what was expected
 * follows from what was prescribed on the day of the collection. A confirmed finding counts before a
 * screen; of two by the same method, the one that detected.
 */
export function specimenOf(
  reports: readonly DrugTestReport[],
  prescribed: ReadonlySet<Medication>,
): Specimen {
  const confirmsAll = reports.some((report) => report.confirmsAll);
  const results = ANALYTES.flatMap(({ id, expectedWith }) => {
    const [best] = reports
      .flatMap(({ findings }) => findings.filter(({ analyte }) => analyte === id))
      .sort(byWeight);
    if (!best) return [];
    const expected = expectedWith.some((medication) => prescribed.has(medication));
    const confirmed = best.confirmed || confirmsAll;
    return [{ ...best, confirmed, expectation: expectationOf(best.detected, expected) }];
  });
  return {
    state: stateOf(reports, results.length > 0),
    results,
    recordIds: reports.map(({ recordId }) => recordId).sort(),
  };
}

const byWeight = (a: AnalyteFinding, b: AnalyteFinding): number =>
  Number(b.confirmed) - Number(a.confirmed) || weight(b.detected) - weight(a.detected);

const weight = (detected: boolean | null): number => (detected === null ? -1 : Number(detected));

function expectationOf(detected: boolean | null, expected: boolean): Expectation | null {
  if (detected === null) return null;
  return `${detected === expected ? 'expected' : 'unexpected'}-${detected ? 'positive' : 'negative'}`;
}

function stateOf(reports: readonly DrugTestReport[], hasResults: boolean): SpecimenState {
  const states = new Set(reports.map(({ state }) => state));
  const without = GRAVEST_FIRST.find((state) => states.has(state));
  if (without) return without;
  if (isDilute(reports)) return 'dilute';
  return hasResults && !states.has('pending') ? 'reported' : 'pending';
}

/** HHS Mandatory Guidelines: creatinine of 2 and more, below 20 mg/dL, with a low specific gravity. */
function isDilute(reports: readonly DrugTestReport[]): boolean {
  const creatinine = reports.map((report) => report.creatinine).find((value) => value !== null);
  const gravity = reports.map((report) => report.specificGravity).find((value) => value !== null);
  if (creatinine === undefined || creatinine < 2 || creatinine >= 20) return false;
  return gravity !== undefined && gravity > 1.001 && gravity < 1.003;
}
