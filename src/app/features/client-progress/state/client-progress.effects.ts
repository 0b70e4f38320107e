import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, switchMap, takeUntil } from 'rxjs';
import { mayReadOtherwise, OF_CLIENTS } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { ClientProgressApi } from '../api/client-progress-api';
import { ClientProgressApiActions, ClientProgressPageActions } from './client-progress.actions';
import { clientProgressFeature } from './client-progress.feature';

/** A burst of changes is one refetch. */
const BURST = 150;

export const loadClientProgress = createEffect(
  (actions = inject(Actions), api = inject(ClientProgressApi)) => {
    return actions.pipe(
      ofType(ClientProgressPageActions.clientProgressShown, ClientProgressPageActions.retryClicked),
      switchMap(({ clientId, asOf }) =>
        api.find(clientId, asOf, 'person').pipe(
          mapResponse({
            next: (progress) => ClientProgressApiActions.loadSucceeded({ progress }),
            error: (error) => ClientProgressApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchClientProgress = createEffect(
  (actions = inject(Actions), api = inject(ClientProgressApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(ClientProgressPageActions.clientProgressShown, ClientProgressPageActions.retryClicked),
    );
    return mayReadOtherwise(actions, OF_CLIENTS, BURST).pipe(
      concatLatestFrom(() => [
        store.select(clientProgressFeature.selectStatus),
        store.select(clientProgressFeature.selectClientId),
        store.select(clientProgressFeature.selectAsOf),
      ]),
      filter(([, status]) => status === 'ready'),
      switchMap(([, , clientId, asOf]) =>
        api.find(clientId, asOf, 'event').pipe(
          mapResponse({
            next: (progress) => ClientProgressApiActions.refetchSucceeded({ progress }),
            error: (error) => ClientProgressApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
