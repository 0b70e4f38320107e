import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, switchMap, takeUntil } from 'rxjs';
import { mayReadOtherwise, OF_CLIENTS } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { AftercareApi } from '../api/aftercare-api';
import { ReportsDueApiActions, ReportsDuePageActions } from './reports-due.actions';
import { reportsDueFeature } from './reports-due.feature';

const BURST = 1_000;

export const loadReportsDue = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi)) => {
    return actions.pipe(
      ofType(ReportsDuePageActions.shown, ReportsDuePageActions.retryClicked),
      switchMap(({ query }) =>
        api.findReportsDue(query, 'person').pipe(
          mapResponse({
            next: (found) => ReportsDueApiActions.loadSucceeded({ found }),
            error: (error) => ReportsDueApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchReportsDue = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(ReportsDuePageActions.shown, ReportsDuePageActions.retryClicked),
    );
    return mayReadOtherwise(actions, OF_CLIENTS, BURST).pipe(
      concatLatestFrom(() => [
        store.select(reportsDueFeature.selectQuery),
        store.select(reportsDueFeature.selectStatus),
      ]),
      filter(([, , status]) => status === 'ready'),
      switchMap(([, query]) =>
        api.findReportsDue(query, 'event').pipe(
          mapResponse({
            next: (found) => ReportsDueApiActions.refetchSucceeded({ found }),
            error: (error) => ReportsDueApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
