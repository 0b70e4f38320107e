import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, switchMap, takeUntil } from 'rxjs';
import { mayReadOtherwise } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { IntakeApi } from '../api/intake-api';
import { IntakeApiActions, IntakePageActions } from './intake.actions';
import { intakeFeature } from './intake.feature';

/** Requests come by the day, not by the second. */
const BURST = 2_000;

export const loadIntake = createEffect(
  (actions = inject(Actions), api = inject(IntakeApi)) => {
    return actions.pipe(
      ofType(IntakePageActions.listShown, IntakePageActions.retryClicked),
      switchMap(({ query }) =>
        api.find(query, 'person').pipe(
          mapResponse({
            next: (list) => IntakeApiActions.loadSucceeded({ list }),
            error: (error) => IntakeApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchIntake = createEffect(
  (actions = inject(Actions), api = inject(IntakeApi), store = inject(Store)) => {
    const asked = actions.pipe(ofType(IntakePageActions.listShown, IntakePageActions.retryClicked));
    return mayReadOtherwise(actions, ['caseload'], BURST).pipe(
      concatLatestFrom(() => [
        store.select(intakeFeature.selectQuery),
        store.select(intakeFeature.selectStatus),
      ]),
      filter(([, , status]) => status === 'ready'),
      switchMap(([, query]) =>
        api.find(query, 'event').pipe(
          mapResponse({
            next: (list) => IntakeApiActions.refetchSucceeded({ list }),
            error: (error) => IntakeApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
