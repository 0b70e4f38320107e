import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { map, type Observable, switchMap, takeUntil } from 'rxjs';
import type { Cause } from '../../../http/cause';
import { toProblem } from '../../../http/to-problem';
import { CasesApi } from '../api/cases-api';
import { MeasuresApi } from '../api/measures-api';
import {
  CasesApiActions,
  CasesPageActions,
  type CasesQuestion,
  type ShownCases,
} from './cases.actions';
import { casesFeature } from './cases.feature';
import { askedAgain } from './asked-again';
import { changesToRates } from './changes-to-rates';

export const loadCases = createEffect(
  (actions = inject(Actions), measures = inject(MeasuresApi), rows = inject(CasesApi)) => {
    return actions.pipe(
      ofType(CasesPageActions.casesShown, CasesPageActions.retryClicked),
      switchMap(({ question }) =>
        figureAndRows(measures, rows, question, 'person').pipe(
          mapResponse({
            next: (shown) => CasesApiActions.loadSucceeded({ shown }),
            error: (error) => CasesApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchCases = createEffect(
  (
    actions = inject(Actions),
    measures = inject(MeasuresApi),
    rows = inject(CasesApi),
    store = inject(Store),
  ) => {
    const asked = actions.pipe(ofType(CasesPageActions.casesShown, CasesPageActions.retryClicked));
    return askedAgain(
      changesToRates(actions),
      store.select(casesFeature.selectQuestion),
      store.select(casesFeature.selectStatus),
    ).pipe(
      switchMap((question) =>
        figureAndRows(measures, rows, question, 'event').pipe(
          mapResponse({
            next: (shown) => CasesApiActions.refetchSucceeded({ shown }),
            error: (error) => CasesApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);

/** The figure first: without days in the address, it says which ones it counts. */
function figureAndRows(
  measures: MeasuresApi,
  rows: CasesApi,
  { measure, sessions, counts, status }: CasesQuestion,
  cause: Cause,
): Observable<ShownCases> {
  const { after, ...scope } = sessions;
  return measures.find(measure, scope, cause).pipe(
    switchMap((answer) => {
      const { from, to } = answer;
      const narrowed = {
        ...(counts && { counts }),
        ...(status && { status }),
        ...(after && { after }),
      };
      return rows
        .find(measure, { ...scope, from, to, ...narrowed }, cause)
        .pipe(map((cases) => ({ cases, answer })));
    }),
  );
}
