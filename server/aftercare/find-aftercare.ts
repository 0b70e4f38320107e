import type { AftercareCard } from '#domain/aftercare/aftercare.contract';
import { aftercareCard } from '#domain/aftercare/aftercare-card';
import type { MedicationFacts, NextFollowUp } from '#domain/aftercare/aftercare-facts';
import { followUps, nextFollowUp, type ReachRules } from '#domain/aftercare/follow-up';
import { byUrgency } from '#domain/aftercare/aftercare-order';
import { isTwoWay } from '#domain/outreach/contact-attempt';
import { type SupplyGap, supplyGaps } from '#domain/client-progress/supply-gaps';
import { currentPlan } from '../caseload/current-plan.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { type Rules, rulesOf } from '../settings/rules.ts';
import { type AftercareRow, findAftercareRows } from './aftercare-rows.queries.ts';

/**
 * Everybody between two levels of care at `asOf` whom the reader may see, the most urgent first; of
 * those who left all of whom the board shows, or who left within so many days.
 */
export async function findAftercare(
  scoped: Scoped,
  reader: Reader,
  asOf: Date,
  leftWithin?: number,
): Promise<AftercareCard[]> {
  const rows = await findAftercareRows(scoped, reader, asOf, { leftWithin });
  const rules = await rulesOf(scoped, reader.organizationId);
  return rows
    .filter(isNotToldDead)
    .map((row) => cardOf(row, medicationOf(row), rules, asOf))
    .sort(byUrgency);
}

/** One client's card, with what it rests on and does not say; `null` where there is none. */
export async function findAftercareOf(
  scoped: Scoped,
  reader: Reader,
  asOf: Date,
  clientId: string,
): Promise<{ card: AftercareCard; gaps: readonly SupplyGap[]; programId: string | null } | null> {
  const [row] = (await findAftercareRows(scoped, reader, asOf, { clientId })).filter(isNotToldDead);
  if (!row) return null;
  const medication = medicationOf(row);
  const rules = await rulesOf(scoped, reader.organizationId);
  return {
    card: cardOf(row, medication, rules, asOf),
    gaps: medication?.gaps ?? [],
    programId: row.programId,
  };
}

/** Somebody was told that they died: the record does not say it yet. */
const isNotToldDead = ({ contacts }: AftercareRow): boolean =>
  !contacts?.some(({ ends }) => ends === 'deceased');

function cardOf(
  row: AftercareRow,
  medication: MedicationFacts | null,
  rules: Rules,
  asOf: Date,
): AftercareCard {
  const plan = currentPlan(row, row.endedOn ?? row.today);
  const held = rules.on(row.today, row.programId);
  const state = aftercareCard(
    {
      ...row,
      plannedEnd: plan?.endsOn ?? null,
      planRecordId: plan?.planId ?? null,
      referrals: row.referrals ?? [],
      entries: row.entries ?? [],
      medication,
      talkedSinceEnd: (row.contacts ?? []).some(isTwoWay),
      followUp: row.endedOn === null ? null : followUpOf(row, row.endedOn, asOf, held),
    },
    held,
  );
  const { clientId, familyName, givenName, episodeId, today, admittedOn } = row;
  return {
    ...{ clientId, familyName, givenName, episodeId, today, admittedOn },
    timeZone: row.zone,
    counselor: named(row.counselorId, row.counselor),
    site: named(row.siteId, row.site),
    ...state,
  };
}

/** Who is shown has not come back, nor died. */
const followUpOf = (
  { zone, contacts }: AftercareRow,
  endedOn: string,
  asOf: Date,
  rules: ReachRules,
): NextFollowUp | null =>
  nextFollowUp(
    followUps(
      {
        ...{ asOf: asOf.getTime(), timeZone: zone, endedOn },
        ...{ readmittedOn: null, loggedSince: null, isDeceased: false, contacts: contacts ?? [] },
      },
      rules,
    ),
  );

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
