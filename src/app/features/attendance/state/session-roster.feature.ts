import { createFeature, createReducer, on } from '@ngrx/store';
import type { SessionRoster } from '#domain/attendance/session-list.contract';
import type { Problem } from '#domain/problem.contract';
import {
  SessionPanelActions,
  SessionRosterApiActions,
  type RosterQuestion,
} from './sessions.actions';

interface SessionRosterState {
  question: RosterQuestion | null;
  roster: SessionRoster | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: SessionRosterState = {
  question: null,
  roster: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const sessionRosterFeature = createFeature({
  name: 'sessionRoster',
  reducer: createReducer(
    initialState,
    // Empties what is shown: nobody of one session may stand under another.
    on(
      SessionPanelActions.opened,
      SessionPanelActions.retryClicked,
      (_state, { question }): SessionRosterState => ({
        ...initialState,
        question,
        status: 'loading',
      }),
    ),
    on(SessionPanelActions.closed, (): SessionRosterState => initialState),
    on(
      SessionRosterApiActions.loadSucceeded,
      SessionRosterApiActions.refetchSucceeded,
      (state, { roster }): SessionRosterState => ({
        ...state,
        roster,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(SessionRosterApiActions.loadFailed, (state, { problem }): SessionRosterState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(SessionRosterApiActions.refetchFailed, (state, { problem }): SessionRosterState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
