import { createFeature, createReducer, on } from '@ngrx/store';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { Problem } from '#domain/problem.contract';
import { inHours } from './in-hours';
import { MeasureApiActions, TrendPageActions, type TrendQuestion } from './trend.actions';

interface TrendState {
  question: TrendQuestion | null;
  answer: MeasureAnswer | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: TrendState = {
  question: null,
  answer: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const trendFeature = createFeature({
  name: 'attendanceTrend',
  reducer: createReducer(
    initialState,
    // Empties the page: one measure's line must never stand under another's choices.
    on(
      TrendPageActions.trendShown,
      TrendPageActions.retryClicked,
      (_state, { question }): TrendState => ({ ...initialState, question, status: 'loading' }),
    ),
    on(
      MeasureApiActions.loadSucceeded,
      MeasureApiActions.refetchSucceeded,
      (state, { answer }): TrendState => ({
        ...state,
        answer: inHours(answer),
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(MeasureApiActions.loadFailed, (state, { problem }): TrendState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(MeasureApiActions.refetchFailed, (state, { problem }): TrendState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
