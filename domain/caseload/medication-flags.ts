import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { addDays, type Day, daysBetween } from '../calendar/calendar-day.ts';
import { isForOpioids } from '../medication/for-opioids.ts';
import type { Medication } from '../medication/medication.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Flag } from './caseload.contract.ts';
import type { ClinicalFacts, RecordedSupply } from './clinical-facts.ts';

/**
 * Medication whose supply ends within days and before the next booked visit to a prescriber, so that a
 * day would not be covered; medication for opioid use disorder first.
 */
export function suppliesEnding(
  {
    supplies,
    prescriberVisitOn,
    opioidUse,
  }: Pick<ClinicalFacts, 'supplies' | 'prescriberVisitOn' | 'opioidUse'>,
  today: Day,
  { medicationSupplyDays }: Pick<ProgramDefaults, 'medicationSupplyDays'>,
): Flag[] {
  return lastSupplies(supplies).flatMap(({ medication, endsOn, recordId }) => {
    const daysLeft = daysBetween(today, endsOn);
    // A supply that ends the day before the visit leaves no day uncovered.
    const covered = prescriberVisitOn !== null && prescriberVisitOn <= addDays(endsOn, 1);
    if (daysLeft > medicationSupplyDays || covered) return [];
    const name = medication[0]?.toUpperCase() + medication.slice(1);
    const visit = prescriberVisitOn
      ? `visit ${calendarDayInWords(prescriberVisitOn, today)}`
      : 'no visit booked';
    return [
      {
        rule: isForOpioids(medication, opioidUse)
          ? ('opioid-medication' as const)
          : ('medication' as const),
        what: `${name} ${daysLeft < 0 ? 'ended' : 'ends'} ${calendarDayInWords(endsOn, today)}`,
        evidence: visit,
        value: daysLeft,
        threshold: medicationSupplyDays,
        recordIds: [recordId],
      },
    ];
  });
}

interface LastSupply {
  medication: Medication;
  endsOn: Day;
  recordId: string;
}

/** Of each medication the supply that lasts longest; one whose end is not known ends nowhere. */
function lastSupplies(supplies: readonly RecordedSupply[]): LastSupply[] {
  const known = supplies.flatMap(({ medication, supplyEndsOn, endsOn, recordId }) =>
    medication && medication !== 'naloxone'
      ? [{ medication, endsOn: supplyEndsOn ?? endsOn, recordId }]
      : [],
  );
  return [...Map.groupBy(known, ({ medication }) => medication)].flatMap(([medication, own]) => {
    const [last] = own.toSorted((a, b) => (b.endsOn ?? '9').localeCompare(a.endsOn ?? '9'));
    return last?.endsOn ? [{ medication, endsOn: last.endsOn, recordId: last.recordId }] : [];
  });
}
