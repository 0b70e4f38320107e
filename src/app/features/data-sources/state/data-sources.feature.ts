import { createFeature, createReducer, on } from '@ngrx/store';
import type { DataSources } from '#domain/data-sources/data-sources.contract';
import type { Problem } from '#domain/problem.contract';
import { DataSourcesApiActions, DataSourcesPageActions } from './data-sources.actions';

interface DataSourcesState {
  dataSources: DataSources | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
  /** Why a run that somebody asked for did not start. */
  refused: Problem | null;
}

const initialState: DataSourcesState = {
  dataSources: null,
  status: 'idle',
  problem: null,
  stale: false,
  refused: null,
};

export const dataSourcesFeature = createFeature({
  name: 'dataSources',
  reducer: createReducer(
    initialState,
    on(
      DataSourcesPageActions.opened,
      DataSourcesPageActions.retryClicked,
      (): DataSourcesState => ({ ...initialState, status: 'loading' }),
    ),
    on(
      DataSourcesApiActions.loadSucceeded,
      DataSourcesApiActions.refetchSucceeded,
      (state, { dataSources }): DataSourcesState => ({
        ...state,
        dataSources,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(DataSourcesApiActions.loadFailed, (state, { problem }): DataSourcesState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(DataSourcesApiActions.refetchFailed, (state, { problem }): DataSourcesState => ({
      ...state,
      problem,
      stale: true,
    })),
    on(
      DataSourcesPageActions.runClicked,
      DataSourcesApiActions.runStarted,
      (state): DataSourcesState => ({ ...state, refused: null }),
    ),
    on(DataSourcesApiActions.runRefused, (state, { problem }): DataSourcesState => ({
      ...state,
      refused: problem,
    })),
  ),
});
