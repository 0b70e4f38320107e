import { createFeature, createReducer, on } from '@ngrx/store';
import type { ClientDisclosures } from '#domain/disclosures/disclosure.contract';
import type { Problem } from '#domain/problem.contract';
import { DisclosuresActions, DisclosuresApiActions } from './disclosures.actions';

interface DisclosuresState {
  found: ClientDisclosures | null;
  problem: Problem | null;
  sending: boolean;
  /** What the server would not take; it is still in the form. */
  refused: Problem | null;
  /** The disclosure that was just written: what it covers may be printed. */
  written: string | null;
  /** Why what was to be written down with it was not. */
  besideRefused: Problem | null;
}

const initialState: DisclosuresState = {
  found: null,
  problem: null,
  sending: false,
  refused: null,
  written: null,
  besideRefused: null,
};

export const disclosuresFeature = createFeature({
  name: 'disclosures',
  reducer: createReducer(
    initialState,
    // Empties it: what may be told of one client must never stand under another's name.
    on(DisclosuresActions.shown, DisclosuresActions.retryClicked, (): DisclosuresState => ({
      ...initialState,
    })),
    on(DisclosuresActions.submitted, (state): DisclosuresState => ({
      ...state,
      sending: true,
      refused: null,
    })),
    on(DisclosuresApiActions.loadSucceeded, (state, { found }): DisclosuresState => ({
      ...state,
      found,
      problem: null,
    })),
    on(DisclosuresApiActions.loadFailed, (state, { problem }): DisclosuresState => ({
      ...state,
      problem,
    })),
    on(DisclosuresApiActions.writeSucceeded, (state, { id, besideRefused }): DisclosuresState => ({
      ...state,
      sending: false,
      written: id,
      besideRefused,
    })),
    on(DisclosuresApiActions.writeFailed, (state, { problem }): DisclosuresState => ({
      ...state,
      sending: false,
      refused: problem,
    })),
  ),
});
