import { addDays, daysBetween, type Day } from '#domain/calendar/calendar-day';
import type {
  ClientMedication,
  ClientSupply,
} from '#domain/client-progress/tests-and-medication.contract';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';

export interface SupplyBar {
  x: number;
  width: number;
  /** Still ahead, or its end is not known. */
  kind: 'had' | 'ahead' | 'end-unknown';
}

export interface MedicationRow {
  name: string;
  bars: SupplyBar[];
  gaps: { x: number; width: number }[];
  /** The last day of what is in hand; `null` where it is not known. */
  lasts: Day | null;
}

const nameOf = ({ medication, words }: ClientSupply): string => {
  const name = medication ?? words.split(' ')[0] ?? words;
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** A row a medication: what was in hand as a bar to its last day, days without any between. */
export function medicationRows(
  { supplies, gaps }: ClientMedication,
  axis: TimeAxis,
): MedicationRow[] {
  const ofUse = supplies.filter(({ medication }) => medication && medication !== 'naloxone');
  const ends = (day: Day) => Math.min(axis.scaleEnd, axis.x(addDays(day, 1)));
  return [...Map.groupBy(ofUse, nameOf)].map(([name, of]) => ({
    name,
    bars: of.flatMap((supply) => barsOf(supply, axis, ends)),
    gaps: gaps
      .filter(({ medication }) => medication === of[0]?.medication)
      .map(({ from, to }) => ({ x: axis.x(from), width: Math.max(2, ends(to) - axis.x(from)) })),
    lasts:
      of
        .map(({ supplyEndsOn }) => supplyEndsOn)
        .sort()
        .at(-1) ?? null,
  }));
}

function barsOf(
  { startsOn, supplyEndsOn, endsOn }: ClientSupply,
  axis: TimeAxis,
  ends: (day: Day) => number,
): SupplyBar[] {
  const last = supplyEndsOn ?? endsOn;
  const x = axis.x(startsOn);
  const bar = (from: number, to: number, kind: SupplyBar['kind']) =>
    to > from ? [{ x: from, width: to - from, kind }] : [];
  if (last === null) return bar(x, axis.todayX ?? axis.scaleEnd, 'end-unknown');
  const today = axis.todayX ?? axis.scaleEnd;
  return [
    ...bar(x, Math.min(ends(last), today), 'had'),
    ...bar(Math.max(x, today), ends(last), 'ahead'),
  ];
}

/** Days that what is in hand still lasts, today included; 0 when it is over. */
export const daysLeft = (lasts: Day, today: Day): number =>
  Math.max(0, daysBetween(today, lasts) + 1);
