import type { ProgramDefaults } from './program-defaults.ts';

export type SettingId = keyof ProgramDefaults;

/** Where a setting stands on the page. */
export type Subject =
  | 'attendance'
  | 'absence'
  | 'contact'
  | 'dose'
  | 'record'
  | 'payers'
  | 'capacity'
  | 'intake'
  | 'aftercare'
  | 'safety';

/**
 * What its number counts; a 'share' is kept as a fraction and written in percent, a 'weekday' from 1
 * Monday to 7 Sunday, an 'hour' is one of the day, a 'place' one in a line, 0 for none, a 'payer-unit'
 * what an authorization counts in, a 'yes-no' 1 or 0, a 'follow-up-owner' a role.
 */
export type Unit =
  | 'minutes'
  | 'hours'
  | 'days'
  | 'misses'
  | 'visits'
  | 'sessions'
  | 'clients'
  | 'attempts'
  | 'ways'
  | 'times'
  | 'weekday'
  | 'payer-unit'
  | 'yes-no'
  | 'follow-up-owner'
  | 'hour'
  | 'place'
  | 'share';

/** A rule that a program may set for itself: what it says, what it may be, where it comes from. */
export interface Setting {
  subject: Subject;
  name: string;
  /** A sentence in which '{value}' stands for the value and its unit. */
  sentence: string;
  unit: Unit;
  least: number;
  most: number;
  /** The standard, or that it is the product's own default. */
  source: string;
  /** What reads otherwise once it changes. */
  affects: string;
  /**
   * Why it holds for every program; `null` where a program may have its own. What outcomes and measures
   * are made by is for all: figures of programs could not be added up, nor compared, otherwise. What
   * payers ask is never a program's: it may be one payer's (`isByPayer`).
   */
  forAllBecause: string | null;
  /** It decides when attendance is derived: a change derives what it touches anew. */
  isDerivedBy: boolean;
}
