import { createFeature, createReducer, on } from '@ngrx/store';
import type { Coverages } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';
import { CoverageActions, CoverageApiActions } from './coverage.actions';

interface CoverageState {
  coverages: Coverages | null;
  problem: Problem | null;
  saving: boolean;
  /** What the server would not take; it is still in the form. */
  refused: Problem | null;
}

const initialState: CoverageState = {
  coverages: null,
  problem: null,
  saving: false,
  refused: null,
};

export const coverageFeature = createFeature({
  name: 'coverage',
  reducer: createReducer(
    initialState,
    on(CoverageActions.opened, (): CoverageState => initialState),
    on(CoverageActions.submitted, CoverageActions.withdrawClicked, (state): CoverageState => ({
      ...state,
      saving: true,
      refused: null,
    })),
    on(CoverageApiActions.loadSucceeded, (state, { coverages }): CoverageState => ({
      ...state,
      coverages,
      problem: null,
    })),
    on(CoverageApiActions.loadFailed, (state, { problem }): CoverageState => ({
      ...state,
      problem,
    })),
    on(CoverageApiActions.changeSucceeded, (state): CoverageState => ({ ...state, saving: false })),
    on(CoverageApiActions.changeFailed, (state, { problem }): CoverageState => ({
      ...state,
      saving: false,
      refused: problem,
    })),
  ),
});
