import { createFeature, createReducer, on } from '@ngrx/store';
import type { GroupQuery, TherapyGroups } from '#domain/attendance/therapy-group.contract';
import type { Problem } from '#domain/problem.contract';
import { GroupsApiActions, GroupsPageActions } from './groups.actions';

interface GroupsState {
  query: GroupQuery | null;
  groups: TherapyGroups | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: GroupsState = {
  query: null,
  groups: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const groupsFeature = createFeature({
  name: 'therapyGroups',
  reducer: createReducer(
    initialState,
    // Empties what is shown: one site’s groups must never stand under another.
    on(
      GroupsPageActions.groupsShown,
      GroupsPageActions.retryClicked,
      (_state, { query }): GroupsState => ({
        ...initialState,
        query,
        status: 'loading',
      }),
    ),
    on(
      GroupsApiActions.loadSucceeded,
      GroupsApiActions.refetchSucceeded,
      (state, { groups }): GroupsState => ({
        ...state,
        groups,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(GroupsApiActions.loadFailed, (state, { problem }): GroupsState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(GroupsApiActions.refetchFailed, (state, { problem }): GroupsState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
