import { localTime } from '#domain/calendar/calendar-day';
import { entryInWords } from '#domain/client-progress/entry-in-words';
import { entryNote } from '#domain/client-progress/entry-note';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import type { PageEntry } from '#domain/client-progress/page-entry';

/** What an entry says, to paste into the note of the record system; `null` of what is no part of a client's record. */
export function entryNoteOf(entry: PageEntry, timeZone: string, asOf: string): string | null {
  // Whom a client is kept apart from is not written into either's record: it would name the other.
  if (entry.kind === 'kept-apart') return null;
  return entryNote(entry, {
    moment: clinicMoment(entry.at, timeZone),
    today: localTime(Date.parse(asOf), timeZone).day,
    by: entry.by,
  });
}

/** What tells an entry from others of its kind. */
export function entryNameOf(entry: PageEntry, asOf: string): string {
  if (entry.kind === 'kept-apart') return entry.says.reason;
  const { what, detail } = entryInWords(entry, asOf.slice(0, 10));
  // Six dimensions with their notes are no name.
  return entry.kind === 'dimensions' ? what : (detail ?? what);
}
