import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { SessionsApi } from '../api/sessions-api';
import { askedAgain } from './asked-again';
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
    return askedAgain(
      changesToRates(actions),
      store.select(sessionsFeature.selectQuery),
      store.select(sessionsFeature.selectStatus),
    ).pipe(
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
