import { createFeature, createReducer, on } from '@ngrx/store';
import type {
  CourtReportsDue,
  CourtReportsQuery,
} from '#domain/disclosures/court-reports-due.contract';
import type { Problem } from '#domain/problem.contract';
import { ReportsDueApiActions, ReportsDuePageActions } from './reports-due.actions';

interface ReportsDueState {
  query: CourtReportsQuery;
  found: CourtReportsDue | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  stale: boolean;
}

const initialState: ReportsDueState = {
  ...{ query: {}, found: null, status: 'idle', problem: null, stale: false },
};

export const reportsDueFeature = createFeature({
  name: 'reportsDue',
  reducer: createReducer(
    initialState,
    on(
      ReportsDuePageActions.shown,
      ReportsDuePageActions.retryClicked,
      (state, { query }): ReportsDueState => ({
        ...state,
        query,
        status: state.found && state.status === 'ready' ? 'ready' : 'loading',
        problem: null,
        stale: false,
      }),
    ),
    on(
      ReportsDueApiActions.loadSucceeded,
      ReportsDueApiActions.refetchSucceeded,
      (state, { found }): ReportsDueState => ({
        ...state,
        found,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(ReportsDueApiActions.loadFailed, (state, { problem }): ReportsDueState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(ReportsDueApiActions.refetchFailed, (state, { problem }): ReportsDueState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
