import { createFeature, createReducer, on } from '@ngrx/store';
import type { Transitions, TransitionsQuery } from '#domain/aftercare/transitions.contract';
import type { Problem } from '#domain/problem.contract';
import { TransitionsApiActions, TransitionsPageActions } from './transitions.actions';

interface TransitionsState {
  query: TransitionsQuery;
  found: Transitions | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: TransitionsState = {
  query: {},
  found: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const transitionsFeature = createFeature({
  name: 'transitions',
  reducer: createReducer(
    initialState,
    // Empties the page: figures of one period must never stand under another's dates.
    on(
      TransitionsPageActions.shown,
      TransitionsPageActions.retryClicked,
      (_state, { query }): TransitionsState => ({ ...initialState, query, status: 'loading' }),
    ),
    on(
      TransitionsApiActions.loadSucceeded,
      TransitionsApiActions.refetchSucceeded,
      (state, { found }): TransitionsState => ({
        ...state,
        found,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(TransitionsApiActions.loadFailed, (state, { problem }): TransitionsState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(TransitionsApiActions.refetchFailed, (state, { problem }): TransitionsState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
