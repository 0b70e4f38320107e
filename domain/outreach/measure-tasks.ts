import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { addDays } from '../calendar/calendar-day.ts';
import type { InstrumentId } from '../instruments/instrument.ts';
import { instrument } from '../instruments/instruments.ts';
import type { ClientFacts } from './client-facts.ts';
import { dueOnDay, type RuleTask } from './rule-task.ts';

/** Forms of one instrument, of which any stands for the others: the last one given is the one that goes on. */
const FORMS: readonly (readonly InstrumentId[])[] = [
  ['bam', 'bam-iop', 'bam-r'],
  ['craving-nrs', 'craving-vas'],
];

type Asked = Pick<
  RuleTask,
  'key' | 'rule' | 'what' | 'evidence' | 'recordIds' | 'dueOn' | 'dueAt' | 'byTheHour'
>;

/**
 * Measures of this stay whose interval has passed since they were last given: the next score closes it.
 * Which measures a client is to be given nobody but the record says, so one never given is not due; nor
 * is any while the client is on hold.
 */
export function measureTasks({
  clientId,
  admittedOn,
  today,
  timeZone,
  onHold,
  measured,
}: ClientFacts): Asked[] {
  if (onHold) return [];
  return measured.flatMap(({ instrument: id, day, recordIds }): Asked[] => {
    const { name, intervalDays } = instrument(id);
    const isReplaced = measured.some((other) => areForms(id, other.instrument) && other.day > day);
    if (intervalDays === null || day < admittedOn || isReplaced) return [];
    const dueOn = addDays(day, intervalDays);
    if (dueOn > today) return [];
    return [
      {
        key: `measure:${clientId}:${id}:${day}`,
        rule: 'measure',
        what: `${name} due`,
        evidence: `last ${calendarDayInWords(day, today)}, every ${intervalDays} days`,
        recordIds,
        ...dueOnDay(dueOn, timeZone),
      },
    ];
  });
}

const areForms = (one: InstrumentId, other: InstrumentId): boolean =>
  one !== other && FORMS.some((forms) => forms.includes(one) && forms.includes(other));
