import { createFeature, createReducer, on } from '@ngrx/store';
import type { CaseloadBrief, CaseloadBriefQuery } from '#domain/caseload/brief.contract';
import type { Problem } from '#domain/problem.contract';
import { CaseloadBriefApiActions, CaseloadBriefPageActions } from './caseload-brief.actions';

interface CaseloadBriefState {
  query: CaseloadBriefQuery;
  brief: CaseloadBrief | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  stale: boolean;
}

const initialState: CaseloadBriefState = {
  query: {},
  brief: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const caseloadBriefFeature = createFeature({
  name: 'caseloadBrief',
  reducer: createReducer(
    initialState,
    // Empties it: what is new of one counselor's clients must never stand under another's name.
    on(
      CaseloadBriefPageActions.briefShown,
      CaseloadBriefPageActions.retryClicked,
      (_state, { query }): CaseloadBriefState => ({ ...initialState, query, status: 'loading' }),
    ),
    on(
      CaseloadBriefApiActions.loadSucceeded,
      CaseloadBriefApiActions.refetchSucceeded,
      (state, { brief }): CaseloadBriefState => ({
        ...state,
        brief,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(CaseloadBriefApiActions.loadFailed, (state, { problem }): CaseloadBriefState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(CaseloadBriefApiActions.refetchFailed, (state, { problem }): CaseloadBriefState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
