import type { SessionConcern, SessionItem } from '#domain/attendance/session-list.contract';

/** A reason to look at a session's records, in words. */
export interface ConcernWords {
  concern: SessionConcern;
  /** As `app-status-mark` draws it. */
  mark: string;
  /** On the filter. */
  word: string;
  /** After a count of clients, in a row. */
  inRow: string;
  /** How many clients of a session it is true of. */
  count: keyof SessionItem & ('notRecorded' | 'awaitingRecord' | 'contradictory' | 'assumed');
  /** In place of the rows where it is true of no session. */
  none: string;
}

export const CONCERNS: readonly ConcernWords[] = [
  {
    concern: 'not-recorded',
    mark: 'unrecorded',
    word: 'Not recorded',
    inRow: 'not recorded',
    count: 'notRecorded',
    none: 'Every session of this period is recorded.',
  },
  {
    concern: 'awaiting-record',
    mark: 'awaiting-record',
    word: 'Waiting for its record',
    inRow: 'waiting',
    count: 'awaitingRecord',
    none: 'No session is waiting for its record.',
  },
  {
    concern: 'contradictory',
    mark: 'contradictory',
    word: 'Contradictory',
    inRow: 'contradictory',
    count: 'contradictory',
    none: 'No booking and encounter of this period contradict each other.',
  },
  {
    concern: 'assumed',
    mark: 'assumed',
    word: 'Assumed minutes',
    inRow: 'assumed minutes',
    count: 'assumed',
    none: 'The minutes of every client who attended are recorded.',
  },
];

export const concernOf = (named: string | undefined): ConcernWords | undefined =>
  CONCERNS.find(({ concern }) => concern === named);
