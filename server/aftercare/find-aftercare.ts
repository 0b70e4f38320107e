import type { AftercareCard } from '#domain/aftercare/aftercare.contract';
import { aftercareCard } from '#domain/aftercare/aftercare-card';
import type { MedicationFacts } from '#domain/aftercare/aftercare-facts';
import { byUrgency } from '#domain/aftercare/aftercare-order';
import { supplyGaps } from '#domain/client-progress/supply-gaps';
import { currentPlan } from '../caseload/current-plan.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { type AftercareRow, findAftercareRows } from './aftercare-rows.queries.ts';

/** Everybody between two levels of care at `asOf` whom the reader may see, the most urgent first. */
export async function findAftercare(
  scoped: Scoped,
  reader: Reader,
  asOf: Date,
): Promise<AftercareCard[]> {
  const rows = await findAftercareRows(scoped, reader, asOf);
  const rules = await rulesOf(scoped, reader.organizationId);
  return rows
    .map((row) => {
      const plan = currentPlan(row, row.endedOn ?? row.today);
      const state = aftercareCard(
        {
          ...row,
          plannedEnd: plan?.endsOn ?? null,
          planRecordId: plan?.planId ?? null,
          referrals: row.referrals ?? [],
          entries: row.entries ?? [],
          medication: medicationOf(row),
        },
        rules.on(row.today, row.programId),
      );
      const { clientId, familyName, givenName, episodeId, today, admittedOn } = row;
      return {
        ...{ clientId, familyName, givenName, episodeId, today, admittedOn },
        counselor: named(row.counselorId, row.counselor),
        site: named(row.siteId, row.site),
        ...state,
      };
    })
    .sort(byUrgency);
}

const named = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;

/** Where nothing is prescribed for such a disorder, no day of it is missing. */
function medicationOf({
  hasDisorder,
  supplies,
  admittedOn,
  today,
}: AftercareRow): MedicationFacts | null {
  const known = (supplies ?? []).filter(({ medication }) => medication !== null);
  if (!hasDisorder || known.length === 0) return null;
  const inForce = known.map((supply) => ({ ...supply, inForce: supply.status === 'active' }));
  return {
    gaps: supplyGaps(inForce, admittedOn, today),
    recordId: known.at(-1)?.recordId ?? null,
  };
}
