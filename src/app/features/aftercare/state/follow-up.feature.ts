import { createFeature, createReducer, on } from '@ngrx/store';
import type { FollowUpList, FollowUpQuery } from '#domain/aftercare/follow-up.contract';
import type { Problem } from '#domain/problem.contract';
import { FollowUpApiActions, FollowUpPageActions } from './follow-up.actions';

interface FollowUpState {
  query: FollowUpQuery;
  found: FollowUpList | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  stale: boolean;
  saving: boolean;
  refused: { problem: Problem; what: 'log' | 'withdraw' } | null;
  done: 'logged' | 'withdrawn' | null;
  /** Just logged: for a moment it is taken back by one click. */
  undoable: string | null;
}

const NOTHING_DONE = { saving: false, refused: null, done: null, undoable: null };

const initialState: FollowUpState = {
  query: {},
  found: null,
  status: 'idle',
  problem: null,
  stale: false,
  ...NOTHING_DONE,
};

export const followUpFeature = createFeature({
  name: 'followUp',
  reducer: createReducer(
    initialState,
    on(
      FollowUpPageActions.shown,
      FollowUpPageActions.retryClicked,
      (state, { query }): FollowUpState => ({
        ...state,
        query,
        status: state.found && state.status === 'ready' ? 'ready' : 'loading',
        problem: null,
        stale: false,
      }),
    ),
    on(
      FollowUpApiActions.loadSucceeded,
      FollowUpApiActions.refetchSucceeded,
      (state, { found }): FollowUpState => ({
        ...state,
        found,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(FollowUpApiActions.loadFailed, (state, { problem }): FollowUpState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(FollowUpApiActions.refetchFailed, (state, { problem }): FollowUpState => ({
      ...state,
      problem,
      stale: true,
    })),
    on(
      FollowUpPageActions.contactSubmitted,
      FollowUpPageActions.withdrawClicked,
      (state): FollowUpState => ({ ...state, ...NOTHING_DONE, saving: true }),
    ),
    on(FollowUpApiActions.logSucceeded, (state, { contactId }): FollowUpState => ({
      ...state,
      saving: false,
      done: 'logged',
      undoable: contactId,
    })),
    on(FollowUpApiActions.withdrawSucceeded, (state): FollowUpState => ({
      ...state,
      saving: false,
      done: 'withdrawn',
    })),
    on(FollowUpApiActions.changeFailed, (state, { problem, what }): FollowUpState => ({
      ...state,
      saving: false,
      refused: { problem, what },
    })),
    on(FollowUpPageActions.undoTimePassed, (state, { contactId }): FollowUpState =>
      state.undoable === contactId ? { ...state, undoable: null } : state,
    ),
    on(FollowUpPageActions.panelChanged, (state): FollowUpState => ({ ...state, ...NOTHING_DONE })),
  ),
});
