import { createFeature, createReducer, on } from '@ngrx/store';
import type { ProcessChange } from '#domain/measures/process-change.contract';
import type { Problem } from '#domain/problem.contract';
import { ProcessChangesActions, ProcessChangesApiActions } from './process-changes.actions';

/** What was just done, and can be undone for a moment. */
export interface DoneJustNow {
  act: 'marked' | 'withdrawn';
  change: ProcessChange;
}

interface ProcessChangesState {
  formOpen: boolean;
  saving: boolean;
  /** Why the last act did not come about; what stood before still stands. */
  problem: { act: 'mark' | 'withdraw'; problem: Problem } | null;
  done: DoneJustNow | null;
}

const initialState: ProcessChangesState = {
  formOpen: false,
  saving: false,
  problem: null,
  done: null,
};

export const processChangesFeature = createFeature({
  name: 'processChanges',
  reducer: createReducer(
    initialState,
    on(ProcessChangesActions.formOpened, (state): ProcessChangesState => ({
      ...state,
      formOpen: true,
      problem: null,
      done: null,
    })),
    on(ProcessChangesActions.formClosed, (state): ProcessChangesState => ({
      ...state,
      formOpen: false,
      problem: null,
    })),
    on(
      ProcessChangesActions.markClicked,
      ProcessChangesActions.withdrawClicked,
      (state): ProcessChangesState => ({ ...state, saving: true, problem: null, done: null }),
    ),
    on(ProcessChangesApiActions.markSucceeded, (_state, { change }): ProcessChangesState => ({
      ...initialState,
      done: { act: 'marked', change },
    })),
    on(ProcessChangesApiActions.withdrawSucceeded, (state, { change }): ProcessChangesState => ({
      ...state,
      saving: false,
      done: { act: 'withdrawn', change },
    })),
    on(ProcessChangesApiActions.markFailed, (state, { problem }): ProcessChangesState => ({
      ...state,
      saving: false,
      problem: { act: 'mark', problem },
    })),
    on(ProcessChangesApiActions.withdrawFailed, (state, { problem }): ProcessChangesState => ({
      ...state,
      saving: false,
      problem: { act: 'withdraw', problem },
    })),
    on(ProcessChangesActions.undoTimePassed, (state): ProcessChangesState => ({
      ...state,
      done: null,
    })),
  ),
});
