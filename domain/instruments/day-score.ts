import type { Answers, Instrument } from './instrument.ts';
import { type Scored, scoreAnswers } from './score-answers.ts';

/** What one record says of an instrument on a day: a total, some answers, or both. */
export interface ScoreReport {
  recordId: string;
  /** Milliseconds; `null` where the source gives the day alone. */
  at: number | null;
  total: number | null;
  answers: Answers;
}

/** An instrument's score of one day, brought together from every record that speaks of it. */
export interface DayScore extends Scored {
  /** Who made the total: the source stored it, or it was added up from the answers. */
  totalFrom: 'stored' | 'computed' | null;
  /** Stored totals of the day differ, or the answers come to another one. */
  mismatch: boolean;
  answers: Answers;
  recordIds: string[];
}

/**
 * One score an instrument and day, whatever the order in which its records came: the total that was
 * stored last before the one that can be computed; each answer as it was last given.
 */
export function dayScore(instrument: Instrument, reports: readonly ScoreReport[]): DayScore {
  const inOrder = [...reports].sort(
    (a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.recordId < b.recordId ? -1 : 1),
  );
  const answers: Answers = Object.assign({}, ...inOrder.map((report) => report.answers)) as Answers;
  const scored = scoreAnswers(instrument, answers);
  const stored = inOrder.flatMap(({ total }) => total ?? []);
  const last = stored.at(-1);
  return {
    ...scored,
    total: last ?? scored.total,
    totalFrom: last !== undefined ? 'stored' : scored.total === null ? null : 'computed',
    mismatch: new Set([...stored, ...(scored.total === null ? [] : [scored.total])]).size > 1,
    answers,
    recordIds: inOrder.map(({ recordId }) => recordId).sort(),
  };
}
