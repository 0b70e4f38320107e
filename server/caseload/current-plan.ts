import type { PhaseTuple } from './caseload-rows.queries.ts';

/** A plan as it holds on a day: its phases in order. */
export interface CurrentPlan {
  planId: string;
  endsOn: string | null;
  phases: {
    number: number;
    startsOn: string;
    endsOn: string;
    minutesPerWeek: number | null;
    weekdays: number[] | null;
  }[];
}

/** Of a client's plans the one that began last by `today`; of several that day, the one that ends last. */
export function currentPlan(phases: readonly PhaseTuple[], today: string): CurrentPlan | null {
  const begun = phases.filter(([, planStartsOn]) => planStartsOn <= today);
  const [latest] = begun.toSorted(
    (a, b) => b[1].localeCompare(a[1]) || b[5].localeCompare(a[5]) || a[0].localeCompare(b[0]),
  );
  if (!latest) return null;
  return {
    planId: latest[0],
    endsOn: latest[2],
    phases: begun
      .filter(([planId]) => planId === latest[0])
      .map(([, , , number, startsOn, endsOn, minutesPerWeek, weekdays]) => ({
        number,
        startsOn,
        endsOn,
        minutesPerWeek,
        weekdays,
      }))
      .sort((a, b) => a.number - b.number),
  };
}
