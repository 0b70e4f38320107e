import type { Day } from '../calendar/calendar-day.ts';
import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import type { InstrumentId } from '../instruments/instrument.ts';
import { instrument } from '../instruments/instruments.ts';
import type { NewClientEntry } from './client-entry.contract.ts';

/** What an entry is of, and what it says. */
export interface EntryWords {
  what: string;
  detail: string | null;
}

/** An entry of any kind as staff would read it aloud. */
export function entryInWords(entry: Pick<NewClientEntry, 'kind' | 'says'>, today: Day): EntryWords {
  const { kind, says } = entry as NewClientEntry;
  switch (kind) {
    case 'case-note':
      return { what: 'Note for the case review', detail: says.words };
    case 'score-review':
      return {
        what: `${instrument(says.instrument as InstrumentId).name} of ${calendarDayInWords(says.day, today)} reviewed`,
        detail: `plan ${says.plan}: ${says.because}`,
      };
  }
}
