import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { filter, switchMap, takeUntil } from 'rxjs';
import { mayReadOtherwise } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { CaseloadApi } from '../api/caseload-api';
import { CaseloadBriefApiActions, CaseloadBriefPageActions } from './caseload-brief.actions';
import { caseloadBriefFeature } from './caseload-brief.feature';

/** The table is brought up to date first; a burst of changes is one refetch. */
const BURST = 400;

export const loadBrief = createEffect(
  (actions = inject(Actions), api = inject(CaseloadApi)) => {
    return actions.pipe(
      ofType(CaseloadBriefPageActions.briefShown, CaseloadBriefPageActions.retryClicked),
      switchMap(({ query }) =>
        api.findBrief(query, 'person').pipe(
          mapResponse({
            next: (brief) => CaseloadBriefApiActions.loadSucceeded({ brief }),
            error: (error) => CaseloadBriefApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchBrief = createEffect(
  (actions = inject(Actions), api = inject(CaseloadApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(CaseloadBriefPageActions.briefShown, CaseloadBriefPageActions.retryClicked),
    );
    return mayReadOtherwise(actions, ['caseload'], BURST).pipe(
      concatLatestFrom(() => [
        store.select(caseloadBriefFeature.selectQuery),
        store.select(caseloadBriefFeature.selectStatus),
      ]),
      filter(([, , status]) => status === 'ready'),
      switchMap(([, query]) =>
        api.findBrief(query, 'event').pipe(
          mapResponse({
            next: (brief) => CaseloadBriefApiActions.refetchSucceeded({ brief }),
            error: (error) => CaseloadBriefApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
