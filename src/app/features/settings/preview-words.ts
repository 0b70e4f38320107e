import { FLAG_WORDS, URGENCY_NAMES } from '#domain/caseload/flag-words';
import type { Day } from '#domain/calendar/calendar-day';
import type { SettingPreview } from '#domain/settings/settings.contract';
import { dayWords } from './day-words';

type Count = SettingPreview['active'];

/** What a value would flag, a sentence a line. */
export function previewWords(
  { since, active, groups, flags, sessions }: SettingPreview,
  today: Day,
): string[] {
  const held =
    since === today ? 'As if it held today' : `As if it had held since ${dayWords(since, today)}`;
  const of = `${held}, of ${active} active ${active === 1 ? 'client' : 'clients'}:`;
  const moved = [
    ...groups.map(({ urgency, ...counts }) => changeWords(URGENCY_NAMES[urgency], counts)),
    ...flags.map(({ rule, ...counts }) => changeWords(`Flag ‘${FLAG_WORDS[rule]}’`, counts)),
  ];
  const outcomes = sessions
    ? [`${sessions.changed} of ${sessions.of} sessions would have another outcome.`]
    : [];
  return [
    ...(moved.length > 0 ? [of, ...moved] : [`${of} nobody would be listed otherwise.`]),
    ...outcomes,
  ];
}

/** 'Act today: 14 more, fewer than 11 less.' */
function changeWords(name: string, { gets, loses }: { gets: Count; loses: Count }): string {
  const parts = [
    ...(gets === 0 ? [] : [`${gets} would be added`]),
    ...(loses === 0 ? [] : [`${loses} would be taken off`]),
  ];
  return `${name}: ${parts.join(', ')}.`;
}
