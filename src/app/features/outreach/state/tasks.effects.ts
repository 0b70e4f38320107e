import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { concatMap, filter, map, merge, mergeMap, switchMap, takeUntil, timer } from 'rxjs';
import { mayReadOtherwise, OF_CLIENTS } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { TasksApi } from '../api/tasks-api';
import { TasksApiActions, TasksPageActions } from './tasks.actions';
import { tasksFeature } from './tasks.feature';

/** A burst of changes is one refetch. */
const BURST = 150;
const UNDO_MS = 10_000;

export const loadTasks = createEffect(
  (actions = inject(Actions), api = inject(TasksApi)) => {
    return actions.pipe(
      ofType(TasksPageActions.tasksShown, TasksPageActions.retryClicked),
      switchMap(({ query }) =>
        api.find(query, 'person').pipe(
          mapResponse({
            next: (tasks) => TasksApiActions.loadSucceeded({ tasks }),
            error: (error) => TasksApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchTasks = createEffect(
  (actions = inject(Actions), api = inject(TasksApi), store = inject(Store)) => {
    const asked = actions.pipe(ofType(TasksPageActions.tasksShown, TasksPageActions.retryClicked));
    const written = actions.pipe(ofType(TasksApiActions.entrySucceeded));
    return merge(mayReadOtherwise(actions, OF_CLIENTS, BURST), written).pipe(
      concatLatestFrom(() => [
        store.select(tasksFeature.selectStatus),
        store.select(tasksFeature.selectQuery),
      ]),
      filter(([, status]) => status === 'ready'),
      switchMap(([, , query]) =>
        api.find(query, 'event').pipe(
          mapResponse({
            next: (tasks) => TasksApiActions.refetchSucceeded({ tasks }),
            error: (error) => TasksApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);

export const sendEntry = createEffect(
  (actions = inject(Actions), api = inject(TasksApi)) => {
    return actions.pipe(
      ofType(TasksPageActions.entrySubmitted),
      concatMap(({ entry }) =>
        api.add(entry).pipe(
          mapResponse({
            next: () => TasksApiActions.entrySucceeded({ entry }),
            error: (error) => TasksApiActions.entryFailed({ entry, problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const forgetUndo = createEffect(
  (actions = inject(Actions)) => {
    return actions.pipe(
      ofType(TasksApiActions.entrySucceeded),
      mergeMap(({ entry }) =>
        timer(UNDO_MS).pipe(map(() => TasksPageActions.undoTimePassed({ entryId: entry.id }))),
      ),
    );
  },
  { functional: true },
);
