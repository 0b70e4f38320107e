import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { MeasuresApi } from '../api/measures-api';
import { askedAgain } from './asked-again';
import { changesToRates } from './changes-to-rates';
import { sessionOutcomesFeature } from './session-outcomes.feature';
import { OutcomesApiActions, TrendPageActions } from './trend.actions';
import { trendFeature } from './trend.feature';

export const loadOutcomes = createEffect(
  (actions = inject(Actions), api = inject(MeasuresApi)) => {
    return actions.pipe(
      ofType(
        TrendPageActions.trendShown,
        TrendPageActions.retryClicked,
        TrendPageActions.outcomesRetryClicked,
      ),
      switchMap(({ question: { measure, query } }) =>
        api.findOutcomes(measure, query, 'person').pipe(
          mapResponse({
            next: (outcomes) => OutcomesApiActions.loadSucceeded({ outcomes }),
            error: (error) => OutcomesApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchOutcomes = createEffect(
  (actions = inject(Actions), api = inject(MeasuresApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(
        TrendPageActions.trendShown,
        TrendPageActions.retryClicked,
        TrendPageActions.outcomesRetryClicked,
      ),
    );
    return askedAgain(
      changesToRates(actions),
      store.select(trendFeature.selectQuestion),
      store.select(sessionOutcomesFeature.selectStatus),
    ).pipe(
      switchMap(({ measure, query }) =>
        api.findOutcomes(measure, query, 'event').pipe(
          mapResponse({
            next: (outcomes) => OutcomesApiActions.refetchSucceeded({ outcomes }),
            error: (error) => OutcomesApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
