import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { addDays, type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Flag } from './caseload.contract.ts';
import type { ClinicalFacts, Hold } from './clinical-facts.ts';

export interface Admitted {
  on: Day;
  /** `null` of an episode inferred from sessions: there is no record of it. */
  recordId: string | null;
}

/** Away: since when, where in the record's own words, and when the return is expected. */
export function away(hold: Hold | null, today: Day): Flag[] {
  if (!hold || (hold.endsOn !== null && hold.endsOn <= today)) return [];
  const back = hold.endsOn
    ? `return expected ${calendarDayInWords(hold.endsOn, today)}`
    : 'return not recorded';
  return [
    {
      rule: 'on-hold',
      what: hold.words ?? 'On hold',
      evidence: back,
      value: daysBetween(hold.startsOn, today),
      threshold: 0,
      recordIds: [hold.recordId],
    },
  ];
}

/** Back from a hold within the last days. */
export function returned(
  hold: Hold | null,
  today: Day,
  { returnedDays }: Pick<ProgramDefaults, 'returnedDays'>,
): Flag[] {
  if (!hold?.endsOn || hold.endsOn > today) return [];
  const days = daysBetween(hold.endsOn, today);
  if (days >= returnedDays) return [];
  return [
    {
      rule: 'returned',
      what: `Returned ${calendarDayInWords(hold.endsOn, today)}`,
      evidence: hold.words ? `was ${lowerFirst(hold.words)}` : 'was on hold',
      value: days,
      threshold: returnedDays,
      recordIds: [hold.recordId],
    },
  ];
}

/** Admitted, or handed over by another counselor, within the last days. */
export function newlyAssigned(
  admitted: Admitted,
  { handedOver, continues }: Pick<ClinicalFacts, 'handedOver' | 'continues'>,
  today: Day,
  { newClientDays }: Pick<ProgramDefaults, 'newClientDays'>,
): Flag[] {
  // Who moves to another level with the same counselor is not new to them.
  const assigned = handedOver ?? (continues ? null : admitted);
  if (!assigned || assigned.on <= addDays(today, -newClientDays)) return [];
  const { on, recordId } = assigned;
  return [
    {
      rule: 'newly-assigned',
      what: handedOver ? 'Handed over' : 'New',
      evidence: `${handedOver ? '' : 'admitted '}${calendarDayInWords(on, today)}`,
      value: daysBetween(on, today),
      threshold: newClientDays,
      recordIds: recordId ? [recordId] : [],
    },
  ];
}

const lowerFirst = (words: string): string => words[0]?.toLowerCase() + words.slice(1);
