import { createFeature, createReducer, on } from '@ngrx/store';
import type { AftercarePlan } from '#domain/aftercare/plan-content.contract';
import type { Problem } from '#domain/problem.contract';
import { AftercarePlanActions, AftercarePlanApiActions } from './aftercare-plan.actions';
import type { PlanQuestion } from './aftercare-plan-api';

interface AftercarePlanState {
  question: PlanQuestion | null;
  found: AftercarePlan | null;
  problem: Problem | null;
  /** It could not be brought up to date, and stands as it was. */
  stale: boolean;
  saving: boolean;
  refused: { problem: Problem; what: 'write' | 'withdraw' } | null;
  done: 'written' | 'withdrawn' | null;
  /** Just written: for a moment it is taken back by one click. */
  undoable: { clientId: string; entryId: string } | null;
}

const NOTHING_DONE = { saving: false, refused: null, done: null, undoable: null };
const initialState: AftercarePlanState = {
  question: null,
  found: null,
  problem: null,
  stale: false,
  ...NOTHING_DONE,
};

export const aftercarePlanFeature = createFeature({
  name: 'aftercarePlan',
  reducer: createReducer(
    initialState,
    // Empties it: the plan of one client must never stand under another's name.
    on(AftercarePlanActions.shown, (_, { question }): AftercarePlanState => ({
      ...initialState,
      question,
    })),
    on(AftercarePlanActions.retryClicked, (state): AftercarePlanState => ({
      ...state,
      problem: null,
      stale: false,
    })),
    on(AftercarePlanApiActions.loadSucceeded, (state, { found }): AftercarePlanState =>
      found.clientId === state.question?.clientId
        ? { ...state, found, problem: null, stale: false }
        : state,
    ),
    on(AftercarePlanApiActions.loadFailed, (state, { problem }): AftercarePlanState => ({
      ...state,
      problem,
    })),
    on(AftercarePlanApiActions.refetchFailed, (state): AftercarePlanState => ({
      ...state,
      stale: true,
    })),
    on(
      AftercarePlanActions.contentSubmitted,
      AftercarePlanActions.withdrawClicked,
      (state): AftercarePlanState => ({ ...state, ...NOTHING_DONE, saving: true }),
    ),
    on(
      AftercarePlanApiActions.writeSucceeded,
      (state, { clientId, content }): AftercarePlanState =>
        clientId === state.question?.clientId
          ? {
              ...{ ...state, saving: false, done: 'written' },
              undoable: { clientId, entryId: content.id },
            }
          : state,
    ),
    on(AftercarePlanApiActions.withdrawSucceeded, (state, { clientId }): AftercarePlanState =>
      clientId === state.question?.clientId
        ? { ...state, saving: false, done: 'withdrawn' }
        : state,
    ),
    on(AftercarePlanApiActions.changeFailed, (state, { problem, what }): AftercarePlanState => ({
      ...state,
      saving: false,
      refused: { problem, what },
    })),
    on(AftercarePlanActions.undoTimePassed, (state, { entryId }): AftercarePlanState =>
      state.undoable?.entryId === entryId ? { ...state, undoable: null } : state,
    ),
  ),
});
