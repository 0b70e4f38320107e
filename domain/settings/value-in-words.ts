import { followUpOwnerOf } from '../aftercare/follow-up-words.ts';
import { payerUnitOf, UNIT_WORDS } from '../payer/payer-unit.ts';
import type { Unit } from './setting.ts';
import type { ProgramDefaults } from './program-defaults.ts';
import { isSettingId, SETTINGS } from './settings.ts';

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** Units whose values are names. */
const NAMED = ['weekday', 'payer-unit', 'yes-no', 'follow-up-owner'] as const;
type Named = (typeof NAMED)[number];

const ONE: Record<Exclude<Unit, Named | 'share' | 'hour' | 'place'>, string> = {
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  misses: 'miss',
  visits: 'visit',
  sessions: 'session',
  clients: 'client',
  attempts: 'attempt',
  ways: 'way',
  times: 'time',
};

/** What is a number to the machine alone: people choose it by its name. */
export const isNamed = (unit: Unit): unit is Named => (NAMED as readonly Unit[]).includes(unit);

/** A value with its unit, as it stands in a sentence: '24 hours', '1 day', '80%', 'Sunday', '5 pm'; where nothing was said, that. */
export function valueInWords(value: number | null, unit: Unit): string {
  if (value === null) return 'not known';
  if (unit === 'share') return `${Math.round(value * 100)}%`;
  if (unit === 'weekday') return WEEKDAYS[value - 1] ?? 'not known';
  if (unit === 'payer-unit') return UNIT_WORDS[payerUnitOf(value)];
  if (unit === 'yes-no') return value === 1 ? 'made' : 'not made';
  if (unit === 'follow-up-owner') return `the ${followUpOwnerOf(value)}`;
  if (unit === 'hour') return `${value % 12 || 12} ${value < 12 ? 'am' : 'pm'}`;
  if (unit === 'place') return value === 0 ? 'no place of their own' : `place ${value}`;
  return `${value} ${value === 1 ? ONE[unit] : unit}`;
}

/** A sentence with every '{setting}' in it replaced by the value that holds. */
export const withRules = (sentence: string, rules: ProgramDefaults): string =>
  sentence.replace(/\{(\w+)\}/g, (place, id: string) =>
    isSettingId(id) ? valueInWords(rules[id], SETTINGS[id].unit) : place,
  );
