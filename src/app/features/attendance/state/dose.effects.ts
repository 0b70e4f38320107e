import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { DoseApi } from '../api/dose-api';
import { askedAgain } from './asked-again';
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
    return askedAgain(
      changesToRates(actions),
      store.select(doseFeature.selectQuery),
      store.select(doseFeature.selectStatus),
    ).pipe(
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
