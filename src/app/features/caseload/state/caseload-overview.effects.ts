import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, switchMap, takeUntil } from 'rxjs';
import { LISTED_BY } from './listed-by';
import { mayReadOtherwise } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { CaseloadApi } from '../api/caseload-api';
import {
  CaseloadOverviewApiActions,
  CaseloadOverviewPageActions,
} from './caseload-overview.actions';
import { caseloadOverviewFeature } from './caseload-overview.feature';

/** Counts of a whole program change all day; once in a while is often enough. */
const BURST = 2_000;

export const loadOverview = createEffect(
  (actions = inject(Actions), api = inject(CaseloadApi)) => {
    return actions.pipe(
      ofType(CaseloadOverviewPageActions.overviewShown, CaseloadOverviewPageActions.retryClicked),
      switchMap(({ query }) =>
        api.findOverview(query, 'person').pipe(
          mapResponse({
            next: (overview) => CaseloadOverviewApiActions.loadSucceeded({ overview }),
            error: (error) => CaseloadOverviewApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchOverview = createEffect(
  (actions = inject(Actions), api = inject(CaseloadApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(CaseloadOverviewPageActions.overviewShown, CaseloadOverviewPageActions.retryClicked),
    );
    return mayReadOtherwise(actions, LISTED_BY, BURST).pipe(
      concatLatestFrom(() => [
        store.select(caseloadOverviewFeature.selectQuery),
        store.select(caseloadOverviewFeature.selectStatus),
      ]),
      filter(([, , status]) => status === 'ready'),
      switchMap(([, query]) =>
        api.findOverview(query, 'event').pipe(
          mapResponse({
            next: (overview) => CaseloadOverviewApiActions.refetchSucceeded({ overview }),
            error: (error) =>
              CaseloadOverviewApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
