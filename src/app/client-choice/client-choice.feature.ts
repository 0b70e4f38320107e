import { createFeature, createReducer, on } from '@ngrx/store';
import type { FoundClients } from '#domain/client-search/client-search.contract';
import type { Problem } from '#domain/problem.contract';
import { ClientChoiceActions, ClientChoiceApiActions } from './client-choice.actions';

interface ClientChoiceState {
  /** `null` until somebody has been looked for. */
  found: FoundClients | null;
  problem: Problem | null;
}

const initialState: ClientChoiceState = { found: null, problem: null };

export const clientChoiceFeature = createFeature({
  name: 'clientChoice',
  reducer: createReducer(
    initialState,
    on(
      ClientChoiceActions.opened,
      ClientChoiceActions.typed,
      (): ClientChoiceState => initialState,
    ),
    on(ClientChoiceApiActions.searchSucceeded, (_, { found }): ClientChoiceState => ({
      ...initialState,
      found,
    })),
    on(ClientChoiceApiActions.searchFailed, (_, { problem }): ClientChoiceState => ({
      ...initialState,
      problem,
    })),
  ),
});
