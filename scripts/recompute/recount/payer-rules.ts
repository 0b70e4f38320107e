import type { Coverage } from 'fhir/r4';
import type { OwnPayerRule } from '../own-entries/own-entries.ts';

/** By what a payer counts, as far as lists and measures ask. */
export type PayerRules = Record<OwnPayerRule['setting'], number>;

/** H0015: three hours a day; paid by the day; weeks from Sunday; told with three visits left. */
const atLarge: PayerRules = {
  payerDayMinutes: 180,
  payerUnit: 1,
  payerWeekStartsOn: 7,
  authorizationVisits: 3,
};

/** Those of a payer on a day: what was written for it from the latest day on, else what all go by. */
export function payerRulesOn(
  written: readonly OwnPayerRule[],
  payer: string | undefined,
  day: string,
): PayerRules {
  const rules = { ...atLarge };
  const held = written
    .filter((one) => one.payer === payer && one.from <= day)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const { setting, value } of held) rules[setting] = value;
  return rules;
}

/** Who pays on a day: whose coverage is active then; of several the one from the latest day. */
export function payerOn(coverages: readonly Coverage[], day: string): string | undefined {
  const inForce = coverages.filter(({ status, period }) => {
    const { start = day, end = day } = period ?? {};
    return status === 'active' && start.slice(0, 10) <= day && day <= end.slice(0, 10);
  });
  const [last] = inForce.sort((a, b) =>
    (b.period?.start ?? '').localeCompare(a.period?.start ?? ''),
  );
  return last?.payor[0]?.display;
}
