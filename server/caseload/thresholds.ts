import type { CaseloadThresholds } from '#domain/caseload/caseload.contract';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Rules } from '../settings/rules.ts';
import type { Line } from './caseload-line.ts';

/** By which rules these clients are listed: more than one where their programs or payers differ. */
export function rulesInForce(
  lines: readonly Pick<Line, 'rules'>[],
  rules: Rules,
  asOf: Date,
): readonly ProgramDefaults[] {
  const all = new Set(lines.map((line) => line.rules));
  return all.size > 0 ? [...all] : [rules.at(asOf)];
}

/** The thresholds among them that the heads of the groups name. */
export function thresholdsOf(inForce: readonly ProgramDefaults[]): CaseloadThresholds {
  const distinct = (values: number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
  return {
    consecutiveMisses: distinct(inForce.map((one) => one.consecutiveMisses)),
    notSeenDays: distinct(inForce.map((one) => one.notSeenDays)),
    authorizationTodayDays: distinct(inForce.map((one) => one.authorizationTodayDays)),
  };
}
