import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, map, switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { DoseApi } from '../api/dose-api';
import { changesToRates } from './changes-to-rates';
import { DoseApiActions, DosePageActions } from './dose.actions';
import { doseFeature } from './dose.feature';

export const loadDose = createEffect(
  (actions = inject(Actions), api = inject(DoseApi)) => {
    return actions.pipe(
      ofType(DosePageActions.doseShown, DosePageActions.retryClicked),
      switchMap(({ query }) =>
        api.find(query, 'person').pipe(
          mapResponse({
            next: (dose) => DoseApiActions.loadSucceeded({ dose }),
            error: (error) => DoseApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchDose = createEffect(
  (actions = inject(Actions), api = inject(DoseApi), store = inject(Store)) => {
    const asked = actions.pipe(ofType(DosePageActions.doseShown, DosePageActions.retryClicked));
    return changesToRates(actions).pipe(
      concatLatestFrom(() => [
        store.select(doseFeature.selectQuery),
        store.select(doseFeature.selectStatus),
      ]),
      filter(([, , status]) => status === 'ready'),
      map(([, query]) => query),
      filter((query) => query !== null),
      switchMap((query) =>
        api.find(query, 'event').pipe(
          mapResponse({
            next: (dose) => DoseApiActions.refetchSucceeded({ dose }),
            error: (error) => DoseApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
