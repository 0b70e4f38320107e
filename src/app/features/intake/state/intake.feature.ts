import { createFeature, createReducer, on } from '@ngrx/store';
import type { IntakeList, IntakeQuery } from '#domain/intake/intake.contract';
import type { Problem } from '#domain/problem.contract';
import { IntakeApiActions, IntakePageActions } from './intake.actions';

interface IntakeState {
  query: IntakeQuery;
  list: IntakeList | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  stale: boolean;
}

const initialState: IntakeState = {
  query: {},
  list: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const intakeFeature = createFeature({
  name: 'intake',
  reducer: createReducer(
    initialState,
    on(
      IntakePageActions.listShown,
      IntakePageActions.retryClicked,
      (_state, { query }): IntakeState => ({ ...initialState, query, status: 'loading' }),
    ),
    on(
      IntakeApiActions.loadSucceeded,
      IntakeApiActions.refetchSucceeded,
      (state, { list }): IntakeState => ({
        ...state,
        list,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(IntakeApiActions.loadFailed, (state, { problem }): IntakeState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(IntakeApiActions.refetchFailed, (state, { problem }): IntakeState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
