import { createFeature, createReducer, on } from '@ngrx/store';
import type { ClientHappenings } from '#domain/client-progress/happenings.contract';
import type { Problem } from '#domain/problem.contract';
import {
  HappeningsActions,
  HappeningsApiActions,
  type HappeningsAsked,
} from './happenings.actions';

interface HappeningsState {
  asked: HappeningsAsked | null;
  /** The newest, and what was asked for before them. */
  found: ClientHappenings | null;
  loading: boolean;
  problem: Problem | null;
}

const initialState: HappeningsState = { asked: null, found: null, loading: false, problem: null };

export const happeningsFeature = createFeature({
  name: 'happenings',
  reducer: createReducer(
    initialState,
    // Empties it: what happened with one client must never stand under another's name.
    on(HappeningsActions.asked, (_, { asked }): HappeningsState => ({
      ...initialState,
      asked,
      loading: true,
    })),
    on(
      HappeningsActions.earlierAsked,
      HappeningsActions.retryClicked,
      (state): HappeningsState => ({
        ...state,
        loading: true,
        problem: null,
      }),
    ),
    on(HappeningsApiActions.loadSucceeded, (state, { found }): HappeningsState => ({
      ...state,
      found,
      loading: false,
      problem: null,
    })),
    on(HappeningsApiActions.earlierSucceeded, (state, { found }): HappeningsState => ({
      ...state,
      found: { ...found, happenings: [...(state.found?.happenings ?? []), ...found.happenings] },
      loading: false,
    })),
    on(HappeningsApiActions.loadFailed, (state, { problem }): HappeningsState => ({
      ...state,
      loading: false,
      problem,
    })),
  ),
});
