import { createFeature, createReducer, on } from '@ngrx/store';
import type { ClientKeptApart } from '#domain/attendance/kept-apart.contract';
import type { Problem } from '#domain/problem.contract';
import { type Done, KeptApartActions, KeptApartApiActions } from './kept-apart.actions';

interface KeptApartState {
  clientId: string | null;
  found: ClientKeptApart | null;
  problem: Problem | null;
  sending: boolean;
  /** What the server would not take; it is still in the form. */
  refused: Problem | null;
  /** What was just done. */
  done: Done | null;
}

const initialState: KeptApartState = {
  clientId: null,
  found: null,
  problem: null,
  sending: false,
  refused: null,
  done: null,
};

export const keptApartFeature = createFeature({
  name: 'keptApart',
  reducer: createReducer(
    initialState,
    // Empties it: of whom one client is kept apart must never stand under another's name.
    on(KeptApartActions.shown, (_, { clientId }): KeptApartState => ({
      ...initialState,
      clientId,
    })),
    on(KeptApartActions.submitted, KeptApartActions.withdrawClicked, (state): KeptApartState => ({
      ...state,
      sending: true,
      refused: null,
      done: null,
    })),
    on(KeptApartApiActions.loadSucceeded, (state, { found }): KeptApartState => ({
      ...state,
      found,
      problem: null,
    })),
    on(KeptApartApiActions.loadFailed, (state, { problem }): KeptApartState => ({
      ...state,
      problem,
    })),
    on(KeptApartApiActions.changeSucceeded, (state, { done }): KeptApartState => ({
      ...state,
      sending: false,
      done,
    })),
    on(KeptApartApiActions.changeFailed, (state, { problem }): KeptApartState => ({
      ...state,
      sending: false,
      refused: problem,
    })),
  ),
});
