import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { exhaustMap, filter, merge, switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { MeasuresApi } from '../api/measures-api';
import { askedAgain } from './asked-again';
import { changesToRates } from './changes-to-rates';
import { measureCatalogueFeature } from './measure-catalogue.feature';
import { ProcessChangesApiActions } from './process-changes.actions';
import { CatalogueApiActions, MeasureApiActions, TrendPageActions } from './trend.actions';
import { trendFeature } from './trend.feature';

export const loadTrend = createEffect(
  (actions = inject(Actions), api = inject(MeasuresApi)) => {
    return actions.pipe(
      ofType(TrendPageActions.trendShown, TrendPageActions.retryClicked),
      switchMap(({ question: { measure, query } }) =>
        api.find(measure, query, 'person').pipe(
          mapResponse({
            next: (answer) => MeasureApiActions.loadSucceeded({ answer }),
            error: (error) => MeasureApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchTrend = createEffect(
  (actions = inject(Actions), api = inject(MeasuresApi), store = inject(Store)) => {
    const asked = actions.pipe(ofType(TrendPageActions.trendShown, TrendPageActions.retryClicked));
    // Limits restart where a change is marked, and no longer where it is withdrawn.
    const processChanged = actions.pipe(
      ofType(
        ProcessChangesApiActions.markSucceeded,
        ProcessChangesApiActions.withdrawSucceeded,
        ProcessChangesApiActions.withdrawFailed,
      ),
    );
    return askedAgain(
      merge(changesToRates(actions), processChanged),
      store.select(trendFeature.selectQuestion),
      store.select(trendFeature.selectStatus),
    ).pipe(
      switchMap(({ measure, query }) =>
        api.find(measure, query, 'event').pipe(
          mapResponse({
            next: (answer) => MeasureApiActions.refetchSucceeded({ answer }),
            error: (error) => MeasureApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);

/** Once; without it the page goes on with the one measure that it shows. */
export const loadCatalogue = createEffect(
  (actions = inject(Actions), api = inject(MeasuresApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(TrendPageActions.trendShown, TrendPageActions.retryClicked),
      concatLatestFrom(() => store.select(measureCatalogueFeature.selectMeasures)),
      filter(([, measures]) => measures === null),
      exhaustMap(() =>
        api.findCatalogue().pipe(
          mapResponse({
            next: (catalogue) => CatalogueApiActions.loadSucceeded({ catalogue }),
            error: () => CatalogueApiActions.loadFailed(),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
