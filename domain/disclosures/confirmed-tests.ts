import type { ClientSpecimen } from '../client-progress/tests-and-medication.contract.ts';
import type { Day } from '../calendar/calendar-day.ts';

export interface ConfirmedTest {
  day: Day;
  results: { analyte: string; detected: boolean; asPrescribed: boolean }[];
}

/** Why a specimen has nothing confirmed. */
export type LeftOut = 'presumptive' | 'pending' | 'refused' | 'missed' | 'invalid' | 'dilute';

/**
 * Of specimens collected in a time those results that a laboratory confirmed. What a screen alone found is
 * presumptive and says nothing to anybody outside; of what is left out only the count goes, and why.
 */
export function confirmedTests(
  specimens: readonly ClientSpecimen[],
  from: Day | null,
  to: Day,
): { tests: ConfirmedTest[]; leftOut: { why: LeftOut; count: number }[] } {
  const within = specimens.filter(
    ({ collectedOn }) => collectedOn <= to && (from === null || collectedOn >= from),
  );
  const found = within.map(({ collectedOn, state, results }) => ({
    why: (state === 'reported' ? 'presumptive' : state) as LeftOut,
    test: {
      day: collectedOn,
      results:
        state === 'reported'
          ? results.flatMap(({ analyte, detected, confirmed, expectation }) =>
              confirmed && detected !== null
                ? [{ analyte, detected, asPrescribed: expectation === 'expected-positive' }]
                : [],
            )
          : [],
    },
  }));
  const leftOut = Map.groupBy(
    found.filter(({ test }) => test.results.length === 0),
    ({ why }) => why,
  );
  return {
    tests: found.flatMap(({ test }) => (test.results.length > 0 ? [test] : [])),
    leftOut: [...leftOut].map(([why, of]) => ({ why, count: of.length })),
  };
}
