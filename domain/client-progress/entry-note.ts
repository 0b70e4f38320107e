import type { Day } from '../calendar/calendar-day.ts';
import type { NewClientEntry } from './client-entry.contract.ts';
import { entryInWords } from './entry-in-words.ts';

/** What an entry says, to paste into the note of the record system: nobody charts twice. */
export function entryNote(
  entry: Pick<NewClientEntry, 'kind' | 'says'>,
  { moment, today, by }: { moment: string; today: Day; by: string },
): string {
  const { what, detail } = entryInWords(entry, today);
  const words = [what, detail].filter(Boolean).join(': ');
  return `${words}${/[.!?]$/.test(words) ? '' : '.'} ${by}, ${moment}.`;
}
