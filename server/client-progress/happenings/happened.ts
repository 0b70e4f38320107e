import type { Day } from '#domain/calendar/calendar-day';
import type { Happening } from '#domain/client-progress/happenings.contract';

/** Something that happened, before anybody asked whether it came late. */
export interface Happened extends Omit<Happening, 'on' | 'lateBy' | 'revisedBy'> {
  /** `null`: that of its instant, on the calendar of the client's site. */
  on: Day | null;
  /** When it was first known; `null`: when its record first came, or, of what was written here, at once. */
  knownAt: string | null;
  /** Every record that tells of it, where that is more than `recordId`. */
  recordIds: string[];
}

/** Of whom, up to when, on whose calendar. */
export interface AskedOf {
  organizationId: string;
  clientId: string;
  asOf: Date;
  today: Day;
  timeZone: string;
}

/** One that only its own parts tell of. */
export const happened = (
  part: Pick<Happened, 'id' | 'kind' | 'what'> & Partial<Happened>,
): Happened => ({
  at: null,
  on: null,
  detail: null,
  status: null,
  recordId: null,
  by: null,
  knownAt: null,
  recordIds: part.recordId ? [part.recordId] : [],
  ...part,
});
