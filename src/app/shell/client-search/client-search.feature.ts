import { createFeature, createReducer, on } from '@ngrx/store';
import type { FoundClients } from '#domain/client-search/client-search.contract';
import { searchWords } from '#domain/client-search/search-words';
import type { Problem } from '#domain/problem.contract';
import { ClientSearchActions, ClientSearchApiActions } from './client-search.actions';

interface ClientSearchState {
  found: FoundClients | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
}

const initialState: ClientSearchState = { found: null, status: 'idle', problem: null };

export const clientSearchFeature = createFeature({
  name: 'clientSearch',
  reducer: createReducer(
    initialState,
    on(
      ClientSearchActions.typed,
      ClientSearchActions.retryClicked,
      (state, { text }): ClientSearchState =>
        searchWords(text) ? { ...state, status: 'loading', problem: null } : initialState,
    ),
    on(ClientSearchActions.closed, (): ClientSearchState => initialState),
    on(ClientSearchApiActions.searchSucceeded, (state, { found }): ClientSearchState => ({
      ...state,
      found,
      status: 'ready',
    })),
    on(ClientSearchApiActions.searchFailed, (_, { problem }): ClientSearchState => ({
      ...initialState,
      problem,
      status: 'failed',
    })),
  ),
});
