import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, switchMap, takeUntil } from 'rxjs';
import { mayReadOtherwise } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { TransitionsApi } from '../api/transitions-api';
import { TransitionsApiActions, TransitionsPageActions } from './transitions.actions';
import { transitionsFeature } from './transitions.feature';

const BURST = 1_000;

export const loadTransitions = createEffect(
  (actions = inject(Actions), api = inject(TransitionsApi)) => {
    return actions.pipe(
      ofType(TransitionsPageActions.shown, TransitionsPageActions.retryClicked),
      switchMap(({ query }) =>
        api.find(query, 'person').pipe(
          mapResponse({
            next: (found) => TransitionsApiActions.loadSucceeded({ found }),
            error: (error) => TransitionsApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchTransitions = createEffect(
  (actions = inject(Actions), api = inject(TransitionsApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(TransitionsPageActions.shown, TransitionsPageActions.retryClicked),
    );
    return mayReadOtherwise(actions, ['caseload'], BURST).pipe(
      concatLatestFrom(() => [
        store.select(transitionsFeature.selectQuery),
        store.select(transitionsFeature.selectStatus),
      ]),
      filter(([, , status]) => status === 'ready'),
      switchMap(([, query]) =>
        api.find(query, 'event').pipe(
          mapResponse({
            next: (found) => TransitionsApiActions.refetchSucceeded({ found }),
            error: (error) => TransitionsApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
