import { createFeature, createReducer, on } from '@ngrx/store';
import type { Rosters } from '#domain/attendance/roster.contract';
import type { Problem } from '#domain/problem.contract';
import { RostersApiActions, RostersPageActions } from './rosters.actions';

interface RostersState {
  asOf: string | undefined;
  rosters: Rosters | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: RostersState = {
  asOf: undefined,
  rosters: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const rostersFeature = createFeature({
  name: 'rosters',
  reducer: createReducer(
    initialState,
    on(
      RostersPageActions.rostersShown,
      RostersPageActions.retryClicked,
      (_state, { asOf }): RostersState => ({ ...initialState, asOf, status: 'loading' }),
    ),
    on(
      RostersApiActions.loadSucceeded,
      RostersApiActions.refetchSucceeded,
      (state, { rosters }): RostersState => ({
        ...state,
        rosters,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(RostersApiActions.loadFailed, (state, { problem }): RostersState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(RostersApiActions.refetchFailed, (state, { problem }): RostersState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
