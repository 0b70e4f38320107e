import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { addDays, type Day } from '../calendar/calendar-day.ts';
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
    if (intervalDays === null || day < admittedOn || isReplaced(id, day, measured)) return [];
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

/** Whether another form of the same instrument was given since a day: it is that one which goes on. */
export const isReplaced = (
  id: InstrumentId,
  day: Day,
  measured: readonly { instrument: InstrumentId; day: Day }[],
): boolean =>
  measured.some(
    (other) =>
      other.instrument !== id &&
      other.day > day &&
      FORMS.some((forms) => forms.includes(id) && forms.includes(other.instrument)),
  );
