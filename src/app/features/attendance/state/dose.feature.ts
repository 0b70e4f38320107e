import { createFeature, createReducer, on } from '@ngrx/store';
import type { Dose } from '#domain/attendance/dose.contract';
import type { MeasureQuery } from '#domain/measures/measures.contract';
import type { Problem } from '#domain/problem.contract';
import { DoseApiActions, DosePageActions } from './dose.actions';

interface DoseState {
  query: MeasureQuery | null;
  dose: Dose | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: DoseState = {
  query: null,
  dose: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const doseFeature = createFeature({
  name: 'attendanceDose',
  reducer: createReducer(
    initialState,
    // Empties the page: one program's hours must never stand under another's name.
    on(DosePageActions.doseShown, DosePageActions.retryClicked, (_state, { query }): DoseState => ({
      ...initialState,
      query,
      status: 'loading',
    })),
    on(
      DoseApiActions.loadSucceeded,
      DoseApiActions.refetchSucceeded,
      (state, { dose }): DoseState => ({
        ...state,
        dose,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(DoseApiActions.loadFailed, (state, { problem }): DoseState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(DoseApiActions.refetchFailed, (state, { problem }): DoseState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
