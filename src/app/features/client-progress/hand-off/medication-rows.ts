import { addDays, type Day, daysBetween } from '#domain/calendar/calendar-day';
import type { ClientMedication } from '#domain/client-progress/tests-and-medication.contract';
import { calendarDate } from '../../../ui/clinic-time/clinic-time';
import type { LedgerRow } from '../disclosures/ledger';

/** What is prescribed and lasts how long, whether that reaches the first appointment, and naloxone. */
export function medicationRows(
  { supplies, naloxoneOn }: ClientMedication,
  firstOn: Day | null,
  today: Day,
  /** What staff wrote of naloxone. */
  naloxone: LedgerRow | null,
): LedgerRow[] {
  const inForce = supplies.filter(
    ({ status, medication, endsOn }) =>
      status === 'active' && medication !== 'naloxone' && (endsOn ?? today) >= today,
  );
  const rows = inForce.map(({ words, dosage, startsOn, supplyEndsOn }): LedgerRow => ({
    name: 'Prescribed',
    value: `${[words, dosage].filter(Boolean).join('; ')}. ${
      supplyEndsOn
        ? `In hand to ${calendarDate(supplyEndsOn)}.`
        : 'How long it lasts is not recorded.'
    }`,
    on: calendarDate(startsOn),
  }));
  const known = inForce.filter(({ medication }) => medication !== null);
  return [
    ...(rows.length > 0
      ? rows
      : [{ name: 'Prescribed', value: 'nothing in force is recorded', on: '', missing: true }]),
    ...(known.length > 0 ? [bridge(known, firstOn, today)] : []),
    naloxoneOn
      ? { name: 'Naloxone', value: 'given or prescribed', on: calendarDate(naloxoneOn) }
      : (naloxone ?? { name: 'Naloxone', value: 'not recorded', on: '', missing: true }),
  ];
}

/** Whether a medication for opioid or alcohol use disorder is in hand up to the first appointment. */
function bridge(
  supplies: ClientMedication['supplies'],
  firstOn: Day | null,
  today: Day,
): LedgerRow {
  const name = 'In hand to the first appointment';
  const ends = supplies.map(({ supplyEndsOn }) => supplyEndsOn);
  if (firstOn === null || ends.some((end) => end === null))
    return {
      ...{ name, on: '', missing: true },
      value: `not known: ${firstOn === null ? 'no first appointment is recorded' : 'how long a supply lasts is not recorded'}`,
    };
  const last = ends.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b)) ?? today;
  const uncovered = daysBetween(last < today ? addDays(today, -1) : last, firstOn) - 1;
  return uncovered > 0
    ? {
        name,
        value: `no: ${uncovered} ${uncovered === 1 ? 'day' : 'days'} before it ${uncovered === 1 ? 'is' : 'are'} without a supply`,
        on: calendarDate(addDays(last, 1)),
      }
    : { name, value: 'yes', on: calendarDate(last) };
}
