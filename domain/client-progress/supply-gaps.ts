import { addDays, type Day } from '../calendar/calendar-day.ts';
import type { Supply } from '../medication/supply.ts';

export interface PrescribedSupply extends Supply {
  /** It holds now, by the source's own word. */
  inForce: boolean;
}

export interface SupplyGap {
  medication: string;
  /** First and last day without. */
  from: Day;
  to: Day;
}

/**
 * Days between two supplies of one medication, from a day on and up to today: what the first held no
 * longer covers and the next does not yet. After the last one only while a prescription is in force:
 * who was taken off a medication is not without it. A supply whose end is not known leaves no gap that
 * anybody could know of. Naloxone is a kit, and no course.
 */
export function supplyGaps(
  supplies: readonly PrescribedSupply[],
  from: Day,
  today: Day,
): SupplyGap[] {
  const byMedication = Map.groupBy(
    supplies.filter(({ medication }) => medication !== null && medication !== 'naloxone'),
    ({ medication }) => medication ?? '',
  );
  return [...byMedication]
    .flatMap(([medication, own]) => gapsOf(medication, own, from, today))
    .sort((a, b) => a.from.localeCompare(b.from) || a.medication.localeCompare(b.medication));
}

function gapsOf(
  medication: string,
  supplies: readonly PrescribedSupply[],
  from: Day,
  today: Day,
): SupplyGap[] {
  const inOrder = supplies.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
  const gaps: SupplyGap[] = [];
  let coveredTo: Day | null = null;
  for (const { startsOn, supplyEndsOn, endsOn } of inOrder) {
    if (startsOn > today) break;
    if (coveredTo !== null && startsOn > addDays(coveredTo, 1))
      gaps.push({ medication, from: addDays(coveredTo, 1), to: addDays(startsOn, -1) });
    const last = lastOf(supplyEndsOn, endsOn);
    if (last === null) return within(gaps, from, today);
    if (coveredTo === null || last > coveredTo) coveredTo = last;
  }
  const goesOn = inOrder.some(({ inForce, startsOn }) => inForce && startsOn <= today);
  if (goesOn && coveredTo !== null && coveredTo < today)
    gaps.push({ medication, from: addDays(coveredTo, 1), to: today });
  return within(gaps, from, today);
}

/** Whichever comes first ends it; what was stopped is no longer taken, however much is left of it. */
const lastOf = (...ends: (Day | null)[]): Day | null =>
  ends.filter((day) => day !== null).toSorted()[0] ?? null;

const within = (gaps: readonly SupplyGap[], from: Day, today: Day): SupplyGap[] =>
  gaps.flatMap((gap) => {
    const [begins, ends] = [gap.from < from ? from : gap.from, gap.to > today ? today : gap.to];
    return begins <= ends ? [{ ...gap, from: begins, to: ends }] : [];
  });
