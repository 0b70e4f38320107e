import { createFeature, createReducer, on } from '@ngrx/store';
import type { GroupRoster } from '#domain/attendance/therapy-group.contract';
import type { Problem } from '#domain/problem.contract';
import { GroupPanelActions, type GroupQuestion, GroupRosterApiActions } from './groups.actions';

interface GroupRosterState {
  question: GroupQuestion | null;
  roster: GroupRoster | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
  /** How setting a capacity goes; what was refused says why. */
  capacity: 'idle' | 'saving' | 'saved';
  refused: Problem | null;
}

const initialState: GroupRosterState = {
  question: null,
  roster: null,
  status: 'idle',
  problem: null,
  stale: false,
  capacity: 'idle',
  refused: null,
};

export const groupRosterFeature = createFeature({
  name: 'groupRoster',
  reducer: createReducer(
    initialState,
    // Empties what is shown: nobody of one group may stand under another.
    on(
      GroupPanelActions.opened,
      GroupPanelActions.retryClicked,
      (_state, { question }): GroupRosterState => ({
        ...initialState,
        question,
        status: 'loading',
      }),
    ),
    on(GroupPanelActions.closed, (): GroupRosterState => initialState),
    on(
      GroupRosterApiActions.loadSucceeded,
      GroupRosterApiActions.refetchSucceeded,
      (state, { roster }): GroupRosterState => ({
        ...state,
        roster,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(GroupRosterApiActions.loadFailed, (state, { problem }): GroupRosterState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(GroupRosterApiActions.refetchFailed, (state, { problem }): GroupRosterState => ({
      ...state,
      problem,
      stale: true,
    })),
    on(GroupPanelActions.capacitySubmitted, (state): GroupRosterState => ({
      ...state,
      capacity: 'saving',
      refused: null,
    })),
    on(GroupRosterApiActions.capacitySaved, (state): GroupRosterState => ({
      ...state,
      capacity: 'saved',
    })),
    on(GroupRosterApiActions.capacityRefused, (state, { problem }): GroupRosterState => ({
      ...state,
      capacity: 'idle',
      refused: problem,
    })),
  ),
});
