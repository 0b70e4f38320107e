import { createFeature, createReducer, on } from '@ngrx/store';
import type { CaseloadOverview, CaseloadOverviewQuery } from '#domain/caseload/caseload.contract';
import type { Problem } from '#domain/problem.contract';
import {
  CaseloadOverviewApiActions,
  CaseloadOverviewPageActions,
} from './caseload-overview.actions';

interface CaseloadOverviewState {
  query: CaseloadOverviewQuery;
  overview: CaseloadOverview | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  stale: boolean;
}

const initialState: CaseloadOverviewState = {
  query: {},
  overview: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const caseloadOverviewFeature = createFeature({
  name: 'caseloadOverview',
  reducer: createReducer(
    initialState,
    on(
      CaseloadOverviewPageActions.overviewShown,
      CaseloadOverviewPageActions.retryClicked,
      (_state, { query }): CaseloadOverviewState => ({ ...initialState, query, status: 'loading' }),
    ),
    on(
      CaseloadOverviewApiActions.loadSucceeded,
      CaseloadOverviewApiActions.refetchSucceeded,
      (state, { overview }): CaseloadOverviewState => ({
        ...state,
        overview,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(CaseloadOverviewApiActions.loadFailed, (state, { problem }): CaseloadOverviewState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(CaseloadOverviewApiActions.refetchFailed, (state, { problem }): CaseloadOverviewState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
