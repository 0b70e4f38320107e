import { createFeature, createReducer, on } from '@ngrx/store';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { Problem } from '#domain/problem.contract';
import { ClientProgressApiActions, ClientProgressPageActions } from './client-progress.actions';

interface ClientProgressState {
  clientId: string;
  asOf: string | undefined;
  progress: ClientProgress | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: ClientProgressState = {
  clientId: '',
  asOf: undefined,
  progress: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const clientProgressFeature = createFeature({
  name: 'clientProgress',
  reducer: createReducer(
    initialState,
    on(
      ClientProgressPageActions.clientProgressShown,
      ClientProgressPageActions.retryClicked,
      (_state, { clientId, asOf }): ClientProgressState => ({
        ...initialState,
        clientId,
        asOf,
        status: 'loading',
      }),
    ),
    on(
      ClientProgressApiActions.loadSucceeded,
      ClientProgressApiActions.refetchSucceeded,
      (state, { progress }): ClientProgressState => ({
        ...state,
        progress,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(ClientProgressApiActions.loadFailed, (state, { problem }): ClientProgressState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(ClientProgressApiActions.refetchFailed, (state, { problem }): ClientProgressState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
