import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import type { Coverages, NewTaskEntry } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';
import { TasksForEachActions, TasksForEachApiActions } from './tasks-for-each.actions';

export interface RefusedEntry {
  entry: NewTaskEntry;
  problem: Problem;
}

interface TasksForEachState {
  colleagues: Coverages['colleagues'];
  /** On their way to the server. */
  sending: readonly NewTaskEntry[];
  added: readonly NewTaskEntry[];
  refused: readonly RefusedEntry[];
}

const initialState: TasksForEachState = { colleagues: [], sending: [], added: [], refused: [] };

export const tasksForEachFeature = createFeature({
  name: 'tasksForEach',
  reducer: createReducer(
    initialState,
    on(TasksForEachActions.opened, ({ colleagues }): TasksForEachState => ({
      ...initialState,
      colleagues,
    })),
    on(TasksForEachApiActions.colleaguesLoaded, (state, { colleagues }): TasksForEachState => ({
      ...state,
      colleagues,
    })),
    on(TasksForEachActions.submitted, (state, { entries }): TasksForEachState => ({
      ...state,
      sending: entries,
      refused: [],
    })),
    on(TasksForEachApiActions.entrySucceeded, (state, { entry }): TasksForEachState => ({
      ...state,
      sending: state.sending.filter(({ id }) => id !== entry.id),
      added: [...state.added, entry],
    })),
    on(TasksForEachApiActions.entryFailed, (state, { entry, problem }): TasksForEachState => ({
      ...state,
      sending: state.sending.filter(({ id }) => id !== entry.id),
      refused: [...state.refused, { entry, problem }],
    })),
  ),
  extraSelectors: ({ selectSending, selectAdded, selectRefused }) => ({
    /** Every one of them is there. */
    selectDone: createSelector(
      selectSending,
      selectAdded,
      selectRefused,
      (sending, added, refused) => added.length > 0 && sending.length === 0 && refused.length === 0,
    ),
  }),
});
