import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { DrugTestReport } from './drug-test-reports.ts';
import { expectedOn, prescriptionsIn } from './prescriptions.ts';
import { analytes } from './urine-analytes.ts';

/** What one collection came to: its reports, and what each analyte means. */
export interface SpecimenOfMoment {
  client: string;
  collectedAt: string;
  day: string;
  parts: readonly DrugTestReport[];
  meanings: ReadonlyMap<string, string>;
}

export function specimensOf(
  records: ClinicRecords,
  reports: readonly DrugTestReport[],
): SpecimenOfMoment[] {
  const prescribed = Map.groupBy(prescriptionsIn(records), ({ client }) => client);
  const panels = new Map(reports.flatMap((one) => one.members.map((id) => [id, one] as const)));
  const momentOf = (report: DrugTestReport) => panels.get(report.id) ?? report;
  const specimens = Map.groupBy(reports, (report) => {
    const { client, collected } = momentOf(report);
    return `${client} ${new Date(collected).toISOString()}`;
  });
  return [...specimens.values()].flatMap((parts) => {
    const [first] = parts;
    if (!first || !parts.some(({ isTest }) => isTest)) return [];
    const { client, collected } = momentOf(first);
    const day = collected.slice(0, 10);
    const meanings = meaningsOf(parts, expectedOn(prescribed.get(client) ?? [], day));
    return [{ client, collectedAt: new Date(collected).toISOString(), day, parts, meanings }];
  });
}

/** By client and moment of collection: what became of the specimen, and what each analyte means. */
export const specimenValues = (
  records: ClinicRecords,
  reports: readonly DrugTestReport[],
): ValuesByName =>
  new Map(
    specimensOf(records, reports).map(({ client, collectedAt, parts, meanings }) => [
      `${client} ${collectedAt}`,
      valuesOf(parts, meanings),
    ]),
  );

const valuesOf = (
  parts: readonly DrugTestReport[],
  meanings: ReadonlyMap<string, string>,
): ComparedValues => ({
  state: specimenState(parts),
  ...Object.fromEntries(
    Object.values(analytes).map((analyte) => [analyte, meanings.get(analyte) ?? null]),
  ),
});

function meaningsOf(
  parts: readonly DrugTestReport[],
  expected: ReadonlySet<string>,
): Map<string, string> {
  const confirmed = parts.some(({ confirms }) => confirms);
  const found = Object.values(analytes).flatMap((analyte) => {
    const findings = parts.flatMap((part) => part.found.get(analyte) ?? []);
    if (findings.length === 0) return [];
    const positive = findings.some(Boolean);
    const meaning = meaningOf(positive, expected.has(analyte));
    return [[analyte, positive && !confirmed ? `${meaning}, presumptive` : meaning] as const];
  });
  return new Map(found);
}

const meaningOf = (positive: boolean, expected: boolean): string =>
  `${positive === expected ? 'expected' : 'unexpected'}-${positive ? 'positive' : 'negative'}`;

/** Refused and missed are no positives; a diluted specimen was given, and says little. */
export function specimenState(parts: readonly DrugTestReport[]): string {
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
