import { createFeature, createReducer, on } from '@ngrx/store';
import type { Caseload, CaseloadQuery } from '#domain/caseload/caseload.contract';
import type { Problem } from '#domain/problem.contract';
import { CaseloadApiActions, CaseloadPageActions } from './caseload.actions';
import { changedCells, type ChangedCells } from './changed-cells';

interface CaseloadState {
  query: CaseloadQuery | null;
  caseload: Caseload | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
  changed: ChangedCells;
}

const initialState: CaseloadState = {
  query: null,
  caseload: null,
  status: 'idle',
  problem: null,
  stale: false,
  changed: {},
};

export const caseloadFeature = createFeature({
  name: 'caseload',
  reducer: createReducer(
    initialState,
    // Empties the lines: one counselor's clients must never stand under another's name.
    on(
      CaseloadPageActions.caseloadShown,
      CaseloadPageActions.retryClicked,
      (_state, { query }): CaseloadState => ({ ...initialState, query, status: 'loading' }),
    ),
    on(CaseloadApiActions.loadSucceeded, (state, { caseload }): CaseloadState => ({
      ...state,
      caseload,
      status: 'ready',
    })),
    on(CaseloadApiActions.loadFailed, (state, { problem }): CaseloadState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(CaseloadApiActions.refetchSucceeded, (state, { caseload }): CaseloadState => ({
      ...state,
      caseload,
      stale: false,
      problem: null,
      changed: state.caseload ? changedCells(state.caseload, caseload) : {},
    })),
    on(CaseloadApiActions.refetchFailed, (state, { problem }): CaseloadState => ({
      ...state,
      problem,
      stale: true,
    })),
    on(CaseloadApiActions.tintEnded, (state): CaseloadState => ({ ...state, changed: {} })),
  ),
});
