import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { exhaustMap, map, switchMap, timer } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { ProcessChangesApi } from '../api/process-changes-api';
import { ProcessChangesActions, ProcessChangesApiActions } from './process-changes.actions';

/** How long what was just done can be undone where it was done; after that it is withdrawn. */
const UNDO = 10_000;

export const markProcessChange = createEffect(
  (actions = inject(Actions), api = inject(ProcessChangesApi)) => {
    return actions.pipe(
      ofType(ProcessChangesActions.markClicked),
      exhaustMap(({ change }) =>
        api.mark(change).pipe(
          mapResponse({
            next: (marked) => ProcessChangesApiActions.markSucceeded({ change: marked }),
            error: (error) => ProcessChangesApiActions.markFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const withdrawProcessChange = createEffect(
  (actions = inject(Actions), api = inject(ProcessChangesApi)) => {
    return actions.pipe(
      ofType(ProcessChangesActions.withdrawClicked),
      exhaustMap(({ change }) =>
        api.withdraw(change.id).pipe(
          mapResponse({
            next: () => ProcessChangesApiActions.withdrawSucceeded({ change }),
            error: (error) =>
              ProcessChangesApiActions.withdrawFailed({ change, problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const letUndoPass = createEffect(
  (actions = inject(Actions)) => {
    return actions.pipe(
      ofType(ProcessChangesApiActions.markSucceeded, ProcessChangesApiActions.withdrawSucceeded),
      switchMap(() => timer(UNDO)),
      map(() => ProcessChangesActions.undoTimePassed()),
    );
  },
  { functional: true },
);
