import { SESSION_MEASURES } from '#domain/measures/catalogue';
import type { Measure } from '#domain/measures/measure';
import type { MeasureCases, MeasureCasesQuery } from '#domain/measures/measure-cases.contract';
import type { MeasureAnswer, MeasureQuery } from '#domain/measures/measures.contract';
import { measureAnswer } from './measure-answer.ts';
import { allCases, measureCases, MOST_IN_A_FILE } from './measure-cases.ts';
import { type Asking, TALLIED_MEASURES } from './tallied-measures.ts';
import { TALLY_SPLITS, type TallySplit } from './tally.ts';
import { tallyAnswer } from './tally-answer.ts';
import { tallyCases } from './tally-cases.ts';

/** How a measure is answered: its figures and course, and the rows behind them. */
export interface Answering {
  measure: Measure;
  /** What is no session has neither a kind nor an hour. */
  canBeAsked: (query: Partial<MeasureQuery & MeasureCasesQuery>) => boolean;
  whole: (asking: Asking, query: MeasureQuery) => Promise<MeasureAnswer>;
  /** A page of them. */
  cases: (asking: Asking, query: MeasureCasesQuery) => Promise<MeasureCases>;
  /** As many as a file holds. */
  everyCase: (asking: Asking, query: MeasureCasesQuery) => Promise<MeasureCases>;
}

/** `null` where there is no such measure. */
export function answerOf(id: string): Answering | null {
  const session = SESSION_MEASURES.find((measure) => measure.id === id);
  if (session) {
    return {
      measure: session,
      canBeAsked: isNotOfDischarges,
      whole: ({ scoped, reader, asOf }, query) =>
        measureAnswer(scoped, reader, session, query, asOf),
      cases: ({ scoped, reader, asOf }, query) =>
        measureCases(scoped, reader, session, query, asOf),
      everyCase: ({ scoped, reader, asOf }, query) =>
        allCases(scoped, reader, session, query, asOf),
    };
  }
  const tallied = TALLIED_MEASURES.find(({ measure }) => measure.id === id);
  if (!tallied) return null;
  return {
    measure: tallied.measure,
    canBeAsked: ({ split, kind, weekday, hour, status, ...query }) =>
      [kind, weekday, hour, status].every((narrowed) => narrowed === undefined) &&
      (tallied.measure.isOfDischarges || isNotOfDischarges(query)) &&
      (split === undefined || isTallySplit(split)),
    whole: (asking, { split, ...query }) =>
      tallyAnswer(asking, tallied, {
        ...query,
        ...(split && isTallySplit(split) ? { split } : {}),
      }),
    cases: (asking, query) => tallyCases(asking, tallied, query),
    everyCase: (asking, query) => tallyCases(asking, tallied, query, MOST_IN_A_FILE),
  };
}

/** Only a discharge has a reason, and somewhere that it leads to. */
const isNotOfDischarges: Answering['canBeAsked'] = ({ reason, destination, fromStop, toStop }) =>
  [reason, destination, fromStop, toStop].every((narrowed) => narrowed === undefined);

const isTallySplit = (split: string): split is TallySplit =>
  TALLY_SPLITS.some((one) => one === split);
