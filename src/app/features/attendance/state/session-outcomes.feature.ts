import { createFeature, createReducer, on } from '@ngrx/store';
import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type { Problem } from '#domain/problem.contract';
import { OutcomesApiActions, TrendPageActions } from './trend.actions';

interface SessionOutcomesState {
  outcomes: SessionOutcomes | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: SessionOutcomesState = {
  outcomes: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const sessionOutcomesFeature = createFeature({
  name: 'sessionOutcomes',
  reducer: createReducer(
    initialState,
    on(
      TrendPageActions.trendShown,
      TrendPageActions.retryClicked,
      TrendPageActions.outcomesRetryClicked,
      (): SessionOutcomesState => ({ ...initialState, status: 'loading' }),
    ),
    on(
      OutcomesApiActions.loadSucceeded,
      OutcomesApiActions.refetchSucceeded,
      (state, { outcomes }): SessionOutcomesState => ({
        ...state,
        outcomes,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(OutcomesApiActions.loadFailed, (state, { problem }): SessionOutcomesState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(OutcomesApiActions.refetchFailed, (state, { problem }): SessionOutcomesState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
