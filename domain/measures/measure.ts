import type { CellOutcome } from '../attendance/attendance-counts.ts';

/** What a measure counts, in the words that a reader sees on asking. Each is defined in one file. */
export interface Measure {
  /** Stable: addresses, settings and published reports name it. */
  id: string;
  name: string;
  /** One sentence that defines it. */
  sentence: string;
  numerator: string;
  denominator: string;
  leftOut: string;
  unit: Unit;
  /** What numerator and denominator are; hours are minutes ÷ 60, and only where they are shown. */
  countedIn: 'sessions' | 'minutes' | 'days' | 'weeks' | 'clients' | 'discharges' | 'follow-ups';
  /** Which way is better; `neither` where that depends on what the program wants. */
  direction: 'higher' | 'lower' | 'neither';
  /** Where the rule comes from. */
  standard: string;
  interval: 'clustered-by-client' | 'wilson' | 'none';
  /** It stands at a moment, and is not followed over weeks: each client's own count as it is. */
  isOfTheMoment?: true;
  /** It is of discharges and what came after: it stands on the page of transitions. */
  isOfDischarges?: true;
  /** How it begins a sentence: 'Attendance' has, 'Hours delivered' have. */
  subject: { words: string; plural: boolean };
}

/** A `share` is a numerator over its denominator; every other unit is the numerator itself. */
export type Unit = 'share' | 'hours' | 'days' | 'sessions' | 'weeks' | 'clients' | 'discharges';

/**
 * Sessions of one outcome, added up: of a client, a week, a program. What time makes of a session
 * without an outcome is already decided (`statusAt`).
 */
export interface OutcomeCell {
  outcome: CellOutcome;
  sessions: number;
  scheduledMinutes: number;
  recordedMinutes: number;
  /** Of sessions attended without recorded minutes: the scheduled ones. */
  assumedMinutes: number;
}

/** What a measure counted, in sessions or minutes (`countedIn`). */
export interface Counted {
  numerator: number;
  denominator: number;
  /** Sessions known, and left out of the denominator by the measure's definition. */
  excluded: number;
  /** Sessions that are over and have no outcome, those within their day of grace included. */
  unrecorded: number;
  /** Sessions that are over, whatever is known of them: `unrecorded` is a part of these. */
  past: number;
  /** Minutes attended that nobody recorded; whether the numerator holds them, the measure says. */
  assumedMinutes: number;
}

/** A measure of sessions: a formula over cells, so that it can be added up over anything. */
export interface SessionMeasure extends Measure {
  count(cells: readonly OutcomeCell[]): Counted;
}

/** A measure of one client, episode or group: the formula stands beside its definition. */
export interface FormulaMeasure<Formula> extends Measure {
  formula: Formula;
}
