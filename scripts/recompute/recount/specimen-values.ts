import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { DrugTestReport } from './drug-test-reports.ts';
import { expectedOn } from './prescriptions.ts';
import { analytes } from './urine-analytes.ts';

/** By client and moment of collection: what became of the specimen, and what each analyte means. */
export function specimenValues(
  records: ClinicRecords,
  reports: readonly DrugTestReport[],
): ValuesByName {
  const panels = new Map(reports.flatMap((one) => one.members.map((id) => [id, one] as const)));
  const specimens = Map.groupBy(reports, (report) => {
    const { client, collected } = panels.get(report.id) ?? report;
    return `${client} ${new Date(collected).toISOString()}`;
  });
  return new Map(
    [...specimens]
      .filter(([, parts]) => parts.some(({ isTest }) => isTest))
      .map(([name, parts]) => {
        const [{ client = '', collected = '' } = {}] = parts;
        const day = collected.slice(0, 10);
        return [name, valuesOf(parts, expectedOn(records, client, day))];
      }),
  );
}

function valuesOf(parts: readonly DrugTestReport[], expected: Set<string>): ComparedValues {
  const confirmed = parts.some(({ confirms }) => confirms);
  const results = Object.values(analytes).map((analyte) => {
    const findings = parts.flatMap(({ found }) => found.get(analyte) ?? []);
    if (findings.length === 0) return [analyte, null];
    const positive = findings.some(Boolean);
    const meaning = meaningOf(positive, expected.has(analyte));
    return [analyte, positive && !confirmed ? `${meaning}, presumptive` : meaning];
  });
  return { state: stateOf(parts), ...(Object.fromEntries(results) as ComparedValues) };
}

const meaningOf = (positive: boolean, expected: boolean): string =>
  `${positive === expected ? 'expected' : 'unexpected'}-${positive ? 'positive' : 'negative'}`;

/** Refused and missed are no positives; a diluted specimen was given, and says little. */
function stateOf(parts: readonly DrugTestReport[]): string {
  const reasons = parts.map(({ without }) => without);
  for (const reason of ['refused', 'missed', 'invalid'] as const) {
    if (reasons.includes(reason)) return reason;
  }
  if (isDilute(parts)) return 'dilute';
  const hasResult = parts.some(({ found }) => found.size > 0);
  return hasResult && !reasons.includes('pending') ? 'reported' : 'pending';
}

/** Federal workplace cut-offs: creatinine of 2 to below 20 mg/dL, specific gravity below 1.003. */
function isDilute(parts: readonly DrugTestReport[]): boolean {
  const creatinine = parts.map((part) => part.creatinine).find((value) => value !== null);
  const gravity = parts.map((part) => part.specificGravity).find((value) => value !== null);
  if (creatinine === undefined || gravity === undefined) return false;
  return creatinine >= 2 && creatinine < 20 && gravity > 1.001 && gravity < 1.003;
}
