import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, map, switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { SessionsApi } from '../api/sessions-api';
import { changesToRates } from './changes-to-rates';
import { SessionsApiActions, SessionsPageActions } from './sessions.actions';
import { sessionsFeature } from './sessions.feature';

export const loadSessions = createEffect(
  (actions = inject(Actions), api = inject(SessionsApi)) => {
    return actions.pipe(
      ofType(SessionsPageActions.sessionsShown, SessionsPageActions.retryClicked),
      switchMap(({ query }) =>
        api.find(query, 'person').pipe(
          mapResponse({
            next: (list) => SessionsApiActions.loadSucceeded({ list }),
            error: (error) => SessionsApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchSessions = createEffect(
  (actions = inject(Actions), api = inject(SessionsApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(SessionsPageActions.sessionsShown, SessionsPageActions.retryClicked),
    );
    return changesToRates(actions).pipe(
      concatLatestFrom(() => [
        store.select(sessionsFeature.selectQuery),
        store.select(sessionsFeature.selectStatus),
      ]),
      filter(([, , status]) => status === 'ready'),
      map(([, query]) => query),
      filter((query) => query !== null),
      switchMap((query) =>
        api.find(query, 'event').pipe(
          mapResponse({
            next: (list) => SessionsApiActions.refetchSucceeded({ list }),
            error: (error) => SessionsApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
