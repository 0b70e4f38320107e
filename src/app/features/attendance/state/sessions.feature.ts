import { createFeature, createReducer, on } from '@ngrx/store';
import type { SessionList, SessionListQuery } from '#domain/attendance/session-list.contract';
import type { Problem } from '#domain/problem.contract';
import { SessionsApiActions, SessionsPageActions } from './sessions.actions';

interface SessionsState {
  query: SessionListQuery | null;
  list: SessionList | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: SessionsState = {
  query: null,
  list: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const sessionsFeature = createFeature({
  name: 'sessions',
  reducer: createReducer(
    initialState,
    // Empties what is shown: one filter’s sessions must never stand under another.
    on(
      SessionsPageActions.sessionsShown,
      SessionsPageActions.retryClicked,
      (_state, { query }): SessionsState => ({
        ...initialState,
        query,
        status: 'loading',
      }),
    ),
    on(
      SessionsApiActions.loadSucceeded,
      SessionsApiActions.refetchSucceeded,
      (state, { list }): SessionsState => ({
        ...state,
        list,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(SessionsApiActions.loadFailed, (state, { problem }): SessionsState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(SessionsApiActions.refetchFailed, (state, { problem }): SessionsState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
