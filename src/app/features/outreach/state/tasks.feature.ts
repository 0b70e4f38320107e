import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import type { NewTaskEntry, Task, TaskQuery, Tasks } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';
import { TasksApiActions, TasksPageActions } from './tasks.actions';

interface TasksState {
  query: TaskQuery;
  tasks: Tasks | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
  /** On its way to the server. */
  sending: NewTaskEntry | null;
  /** What the server would not take; it is still in its form. */
  refused: { entry: NewTaskEntry; problem: Problem } | null;
  /** The task just closed: it can be opened again for a moment. */
  closed: { entryId: string; task: Task } | null;
  /** How many entries have arrived: a form that waits for its own closes with it. */
  arrived: string | null;
}

const initialState: TasksState = {
  query: {},
  tasks: null,
  status: 'idle',
  problem: null,
  stale: false,
  sending: null,
  refused: null,
  closed: null,
  arrived: null,
};

const keyOf = (entry: NewTaskEntry | null): string | null =>
  entry && entry.act === 'closed' ? entry.key : null;

export const tasksFeature = createFeature({
  name: 'tasks',
  reducer: createReducer(
    initialState,
    on(
      TasksPageActions.tasksShown,
      TasksPageActions.retryClicked,
      (state, { query }): TasksState => ({
        ...initialState,
        // The counts of the tabs stand while the list is asked for.
        tasks: state.tasks,
        query,
        status: 'loading',
      }),
    ),
    on(
      TasksApiActions.loadSucceeded,
      TasksApiActions.refetchSucceeded,
      (state, { tasks }): TasksState => ({
        ...state,
        tasks,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(TasksApiActions.loadFailed, (state, { problem }): TasksState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(TasksApiActions.refetchFailed, (state, { problem }): TasksState => ({
      ...state,
      problem,
      stale: true,
    })),
    on(TasksPageActions.actOpened, (state): TasksState => ({ ...state, refused: null })),
    on(TasksPageActions.entrySubmitted, (state, { entry }): TasksState => ({
      ...state,
      sending: entry,
      refused: null,
      closed: entry.act === 'reopened' ? null : state.closed,
    })),
    on(TasksApiActions.entrySucceeded, (state, { entry }): TasksState => {
      const task = state.tasks?.tasks.find(({ key }) => key === keyOf(entry));
      return {
        ...state,
        arrived: entry.id,
        closed: task ? { entryId: entry.id, task } : state.closed,
      };
    }),
    on(TasksApiActions.entryFailed, (state, { entry, problem }): TasksState => ({
      ...state,
      sending: null,
      refused: { entry, problem },
    })),
    // What was sent is in the list that came after it.
    on(TasksApiActions.refetchSucceeded, TasksApiActions.refetchFailed, (state): TasksState =>
      state.arrived === state.sending?.id ? { ...state, sending: null } : state,
    ),
    on(TasksPageActions.undoTimePassed, (state, { entryId }): TasksState =>
      state.closed?.entryId === entryId ? { ...state, closed: null } : state,
    ),
  ),
  extraSelectors: ({ selectTasks, selectSending }) => ({
    /** The list as it will be: what is being closed has left it. */
    selectOpen: createSelector(selectTasks, selectSending, (tasks, sending): Task[] =>
      (tasks?.tasks ?? []).filter(({ key }) => key !== keyOf(sending)),
    ),
  }),
});
