import { createFeature, createReducer, on } from '@ngrx/store';
import type { DisclosureLog } from '#domain/disclosures/disclosure.contract';
import type { Problem } from '#domain/problem.contract';
import { DisclosureLogApiActions, DisclosureLogPageActions } from './disclosure-log.actions';

interface DisclosureLogState {
  found: DisclosureLog | null;
  problem: Problem | null;
}

const initialState: DisclosureLogState = { found: null, problem: null };

export const disclosureLogFeature = createFeature({
  name: 'disclosureLog',
  reducer: createReducer(
    initialState,
    // What stands stays while it is narrowed otherwise.
    on(
      DisclosureLogPageActions.shown,
      DisclosureLogPageActions.retryClicked,
      (state): DisclosureLogState => ({ ...state, problem: null }),
    ),
    on(DisclosureLogApiActions.loadSucceeded, (_, { found }): DisclosureLogState => ({
      found,
      problem: null,
    })),
    on(DisclosureLogApiActions.loadFailed, (state, { problem }): DisclosureLogState => ({
      ...state,
      problem,
    })),
  ),
});
