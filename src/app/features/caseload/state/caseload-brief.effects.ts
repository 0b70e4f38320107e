import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { auditTime, filter, switchMap, takeUntil } from 'rxjs';
import { ServerEventsActions } from '../../../http/server-events.actions';
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
    return actions.pipe(
      ofType(
        ServerEventsActions.changed,
        ServerEventsActions.reconnected,
        ServerEventsActions.timePassed,
      ),
      filter((action) => !('change' in action) || action.change.topic === 'caseload'),
      auditTime(BURST),
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
