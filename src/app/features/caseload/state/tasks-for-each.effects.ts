import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { exhaustMap, from, mergeMap, switchMap } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { TasksForEachApi } from '../api/tasks-for-each-api';
import { TasksForEachActions, TasksForEachApiActions } from './tasks-for-each.actions';

/** Under way at a time. */
const AT_ONCE = 4;

export const loadColleagues = createEffect(
  (actions = inject(Actions), api = inject(TasksForEachApi)) => {
    return actions.pipe(
      ofType(TasksForEachActions.opened),
      switchMap(() =>
        api.findColleagues().pipe(
          mapResponse({
            next: ({ colleagues }) => TasksForEachApiActions.colleaguesLoaded({ colleagues }),
            error: (error) =>
              TasksForEachApiActions.colleaguesFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const addTasks = createEffect(
  (actions = inject(Actions), api = inject(TasksForEachApi)) => {
    return actions.pipe(
      ofType(TasksForEachActions.submitted),
      exhaustMap(({ entries }) =>
        from(entries).pipe(
          mergeMap(
            (entry) =>
              api.add(entry).pipe(
                mapResponse({
                  next: () => TasksForEachApiActions.entrySucceeded({ entry }),
                  error: (error) =>
                    TasksForEachApiActions.entryFailed({ entry, problem: toProblem(error) }),
                }),
              ),
            AT_ONCE,
          ),
        ),
      ),
    );
  },
  { functional: true },
);
