import { createFeature, createReducer, on } from '@ngrx/store';

import type { Problem } from '#domain/problem.contract';
import {
  CasesApiActions,
  CasesPageActions,
  type CasesQuestion,
  type ShownCases,
} from './cases.actions';

interface CasesState {
  question: CasesQuestion | null;
  shown: ShownCases | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: CasesState = {
  question: null,
  shown: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const casesFeature = createFeature({
  name: 'measureCases',
  reducer: createReducer(
    initialState,
    // Empties what is shown: rows of one figure must never stand under another.
    on(
      CasesPageActions.casesShown,
      CasesPageActions.retryClicked,
      (_state, { question }): CasesState => ({
        ...initialState,
        question,
        status: 'loading',
      }),
    ),
    on(
      CasesApiActions.loadSucceeded,
      CasesApiActions.refetchSucceeded,
      (state, { shown }): CasesState => ({
        ...state,
        shown,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(CasesApiActions.loadFailed, (state, { problem }): CasesState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(CasesApiActions.refetchFailed, (state, { problem }): CasesState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
