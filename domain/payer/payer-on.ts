import type { Day } from '../calendar/calendar-day.ts';

/** Who pays for a client's care, and when. */
export interface PayerCoverage {
  recordId: string;
  /** `null` where the coverage names nobody, or the client, who pays themselves. */
  payer: string | null;
  /** FHIR financial resource status: active, cancelled, draft. */
  status: string;
  startsOn: Day | null;
  endsOn: Day | null;
}

/**
 * The payer of a client on a day: of the coverages in force the one that began last, since who changes
 * payers may not be told of by both; `null` where there is none.
 */
export function payerOn(coverages: readonly PayerCoverage[], day: Day): string | null {
  const [last] = coverages
    .filter(({ payer, status }) => payer !== null && status === 'active')
    .filter(({ startsOn, endsOn }) => (startsOn ?? day) <= day && day <= (endsOn ?? day))
    .toSorted(
      (a, b) =>
        (b.startsOn ?? '').localeCompare(a.startsOn ?? '') || a.recordId.localeCompare(b.recordId),
    );
  return last?.payer ?? null;
}

/** The payer of the coverage that an authorization names, else that of the client on the day. */
export const payerOf = (
  coverages: readonly PayerCoverage[],
  coverageId: string | null,
  day: Day,
): string | null =>
  coverages.find(({ recordId }) => recordId === coverageId)?.payer ?? payerOn(coverages, day);
