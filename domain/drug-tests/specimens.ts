import type { Medication } from '../medication/medication.ts';
import { type DrugTestReport, type Specimen, specimenOf } from './specimen.ts';

/** A report with what ties it to others of the same specimen. */
export interface CollectedReport extends DrugTestReport {
  /** When it was collected, or was to be. */
  collectedAt: string;
  collectedOn: string;
  /** Records that it names as its parts. */
  memberIds: readonly string[];
  /** Creatinine alone is no drug test. */
  isTest: boolean;
}

export interface CollectedSpecimen extends Specimen {
  collectedAt: string;
  collectedOn: string;
}

/**
 * One client's specimens, newest first. Reports belong together that were collected at one instant,
 * or of which one names the other as its part.
 */
export function specimensOf(
  reports: readonly CollectedReport[],
  prescribedOn: (day: string) => ReadonlySet<Medication>,
): CollectedSpecimen[] {
  const panelOf = new Map(
    reports.flatMap((panel) => panel.memberIds.map((member) => [member, panel] as const)),
  );
  const groups = Map.groupBy(
    reports,
    (report) => (panelOf.get(report.recordId) ?? report).collectedAt,
  );
  return [...groups]
    .filter(([, group]) => group.some(({ isTest }) => isTest))
    .map(([collectedAt, group]) => {
      const collectedOn =
        group.find((report) => report.collectedAt === collectedAt)?.collectedOn ?? '';
      return { collectedAt, collectedOn, ...specimenOf(group, prescribedOn(collectedOn)) };
    })
    .sort((a, b) => b.collectedAt.localeCompare(a.collectedAt));
}
