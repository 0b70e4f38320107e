import type { ComparedValues } from '../compared-values.ts';
import { clusteredInterval } from './clustered-interval.ts';
import { type MeasureRule, type SessionAt, takenAs } from './measure-rules.ts';

/** What a measure counts of some sessions. */
export function partsOf(rule: MeasureRule, sessions: readonly SessionAt[]) {
  const taken = takenAs(rule);
  const within = (statuses: readonly string[]) =>
    sessions.filter(({ status }) => statuses.includes(status));
  return {
    numerator: sum(within(taken.numerator), rule.amountCounted),
    denominator: sum(within(taken.denominator), rule.amountOf),
    excluded: within(taken.excluded).length,
    unrecorded: within(taken.unrecorded).length,
  };
}

/** The figure: with its value, and for a rate of several clients' sessions its interval. */
export function figureValues(rule: MeasureRule, sessions: readonly SessionAt[]): ComparedValues {
  const parts = partsOf(rule, sessions);
  const interval = rule.hasInterval
    ? clusteredInterval(
        [...Map.groupBy(sessions, ({ client }) => client).values()].map((own) => {
          const { numerator, denominator } = partsOf(rule, own);
          return { counted: numerator, of: denominator };
        }),
      )
    : null;
  return {
    ...parts,
    value: rounded(valueOf(rule, parts), 9),
    low: rounded(interval?.low ?? null, 4),
    high: rounded(interval?.high ?? null, 4),
  };
}

/** Nothing to count is no value. */
function valueOf(
  { isShare }: MeasureRule,
  { numerator, denominator }: { numerator: number; denominator: number },
): number | null {
  if (isShare) return denominator === 0 ? null : numerator / denominator;
  return numerator === 0 && denominator === 0 ? null : numerator;
}

/** So that two ways of reckoning may differ in the last digits of a machine's number. */
export const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));

const sum = (sessions: readonly SessionAt[], amount: (session: SessionAt) => number): number =>
  sessions.reduce((total, session) => total + amount(session), 0);
