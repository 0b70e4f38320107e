import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, switchMap, takeUntil } from 'rxjs';
import { mayReadOtherwise, OF_CLIENTS } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { RostersApi } from '../api/rosters-api';
import { RostersApiActions, RostersPageActions } from './rosters.actions';
import { rostersFeature } from './rosters.feature';

/** A burst of changes is one refetch. */
const BURST = 150;

export const loadRosters = createEffect(
  (actions = inject(Actions), api = inject(RostersApi)) => {
    return actions.pipe(
      ofType(RostersPageActions.rostersShown, RostersPageActions.retryClicked),
      switchMap(({ asOf }) =>
        api.find(asOf, 'person').pipe(
          mapResponse({
            next: (rosters) => RostersApiActions.loadSucceeded({ rosters }),
            error: (error) => RostersApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchRosters = createEffect(
  (actions = inject(Actions), api = inject(RostersApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(RostersPageActions.rostersShown, RostersPageActions.retryClicked),
    );
    return mayReadOtherwise(actions, OF_CLIENTS, BURST).pipe(
      concatLatestFrom(() => [
        store.select(rostersFeature.selectStatus),
        store.select(rostersFeature.selectAsOf),
      ]),
      filter(([, status]) => status === 'ready'),
      switchMap(([, , asOf]) =>
        api.find(asOf, 'event').pipe(
          mapResponse({
            next: (rosters) => RostersApiActions.refetchSucceeded({ rosters }),
            error: (error) => RostersApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
