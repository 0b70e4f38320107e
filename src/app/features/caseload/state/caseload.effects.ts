import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, map, switchMap, takeUntil, timer } from 'rxjs';
import { LISTED_BY } from './listed-by';
import { mayReadOtherwise } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { CaseloadApi } from '../api/caseload-api';
import { CaseloadApiActions, CaseloadPageActions } from './caseload.actions';
import { caseloadFeature } from './caseload.feature';

/** A burst of changes is one refetch. */
const BURST = 150;
const TINT = 2_000;

export const loadCaseload = createEffect(
  (actions = inject(Actions), api = inject(CaseloadApi)) => {
    return actions.pipe(
      ofType(CaseloadPageActions.caseloadShown, CaseloadPageActions.retryClicked),
      switchMap(({ query }) =>
        api.find(query, 'person').pipe(
          mapResponse({
            next: (caseload) => CaseloadApiActions.loadSucceeded({ caseload }),
            error: (error) => CaseloadApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchCaseload = createEffect(
  (actions = inject(Actions), api = inject(CaseloadApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(CaseloadPageActions.caseloadShown, CaseloadPageActions.retryClicked),
    );
    return mayReadOtherwise(actions, LISTED_BY, BURST).pipe(
      concatLatestFrom(() => [
        store.select(caseloadFeature.selectQuery),
        store.select(caseloadFeature.selectStatus),
      ]),
      filter(([, query, status]) => query !== null && status === 'ready'),
      switchMap(([, query]) =>
        api.find(query ?? {}, 'event').pipe(
          mapResponse({
            next: (caseload) => CaseloadApiActions.refetchSucceeded({ caseload }),
            error: (error) => CaseloadApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);

export const endTint = createEffect(
  (actions = inject(Actions)) => {
    return actions.pipe(
      ofType(CaseloadApiActions.refetchSucceeded),
      switchMap(() => timer(TINT)),
      map(() => CaseloadApiActions.tintEnded()),
    );
  },
  { functional: true },
);
