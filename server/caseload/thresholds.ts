import type { CaseloadThresholds } from '#domain/caseload/caseload.contract';
import type { Rules } from '../settings/rules.ts';
import type { CaseloadRow } from './caseload-rows.queries.ts';

/** By which thresholds these clients are listed: more than one where their programs differ. */
export function thresholdsOf(
  rows: readonly Pick<CaseloadRow, 'today' | 'programId'>[],
  rules: Rules,
  asOf: Date,
): CaseloadThresholds {
  const all = new Set(rows.map(({ today, programId }) => rules.on(today, programId)));
  const inForce = all.size > 0 ? [...all] : [rules.at(asOf)];
  const distinct = (values: number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
  return {
    consecutiveMisses: distinct(inForce.map((one) => one.consecutiveMisses)),
    notSeenDays: distinct(inForce.map((one) => one.notSeenDays)),
    authorizationTodayDays: distinct(inForce.map((one) => one.authorizationTodayDays)),
  };
}
