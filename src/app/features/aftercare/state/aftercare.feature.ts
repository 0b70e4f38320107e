import { createFeature, createReducer, on } from '@ngrx/store';
import type { Aftercare, AftercareQuery } from '#domain/aftercare/aftercare.contract';
import type { MilestoneId } from '#domain/aftercare/milestone';
import type { Problem } from '#domain/problem.contract';
import { AftercareApiActions, AftercarePageActions } from './aftercare.actions';

/** Just written: for a moment it is taken back by one click. */
export interface WrittenMilestone {
  clientId: string;
  entryId: string;
  milestone: MilestoneId;
}

interface AftercareState {
  query: AftercareQuery;
  found: Aftercare | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  stale: boolean;
  saving: boolean;
  refused: { problem: Problem; what: 'write' | 'withdraw' } | null;
  done: 'written' | 'withdrawn' | null;
  undoable: WrittenMilestone | null;
}

const NOTHING_DONE = { saving: false, refused: null, done: null, undoable: null };

const initialState: AftercareState = {
  query: {},
  found: null,
  status: 'idle',
  problem: null,
  stale: false,
  ...NOTHING_DONE,
};

export const aftercareFeature = createFeature({
  name: 'aftercare',
  reducer: createReducer(
    initialState,
    on(
      AftercarePageActions.shown,
      AftercarePageActions.retryClicked,
      // What stands stays while it is narrowed otherwise: lists to choose from do not flicker.
      (state, { query }): AftercareState => ({
        ...state,
        query,
        status: state.found && state.status === 'ready' ? 'ready' : 'loading',
        problem: null,
        stale: false,
      }),
    ),
    on(
      AftercareApiActions.loadSucceeded,
      AftercareApiActions.refetchSucceeded,
      (state, { found }): AftercareState => ({
        ...state,
        found,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(AftercareApiActions.loadFailed, (state, { problem }): AftercareState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(AftercareApiActions.refetchFailed, (state, { problem }): AftercareState => ({
      ...state,
      problem,
      stale: true,
    })),
    on(
      AftercarePageActions.milestoneSubmitted,
      AftercarePageActions.withdrawClicked,
      (state): AftercareState => ({ ...state, ...NOTHING_DONE, saving: true }),
    ),
    on(AftercareApiActions.writeSucceeded, (state, { clientId, milestone }): AftercareState => ({
      ...state,
      saving: false,
      done: 'written',
      undoable: { clientId, entryId: milestone.id, milestone: milestone.says.milestone },
    })),
    on(AftercareApiActions.withdrawSucceeded, (state): AftercareState => ({
      ...state,
      saving: false,
      done: 'withdrawn',
    })),
    on(AftercareApiActions.changeFailed, (state, { problem, what }): AftercareState => ({
      ...state,
      saving: false,
      refused: { problem, what },
    })),
    on(AftercarePageActions.undoTimePassed, (state, { entryId }): AftercareState =>
      state.undoable?.entryId === entryId ? { ...state, undoable: null } : state,
    ),
    on(AftercarePageActions.panelChanged, (state): AftercareState => ({
      ...state,
      ...NOTHING_DONE,
    })),
  ),
});
