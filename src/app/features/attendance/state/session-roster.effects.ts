import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { SessionsApi } from '../api/sessions-api';
import { askedAgain } from './asked-again';
import { changesToRates } from './changes-to-rates';
import { SessionPanelActions, SessionRosterApiActions } from './sessions.actions';
import { sessionRosterFeature } from './session-roster.feature';

export const loadSessionRoster = createEffect(
  (actions = inject(Actions), api = inject(SessionsApi)) => {
    return actions.pipe(
      ofType(SessionPanelActions.opened, SessionPanelActions.retryClicked),
      switchMap(({ question }) =>
        api.findRoster(question.sessionId, question.asOf, 'person').pipe(
          mapResponse({
            next: (roster) => SessionRosterApiActions.loadSucceeded({ roster }),
            error: (error) => SessionRosterApiActions.loadFailed({ problem: toProblem(error) }),
          }),
          takeUntil(actions.pipe(ofType(SessionPanelActions.closed))),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchSessionRoster = createEffect(
  (actions = inject(Actions), api = inject(SessionsApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(
        SessionPanelActions.opened,
        SessionPanelActions.retryClicked,
        SessionPanelActions.closed,
      ),
    );
    return askedAgain(
      changesToRates(actions),
      store.select(sessionRosterFeature.selectQuestion),
      store.select(sessionRosterFeature.selectStatus),
    ).pipe(
      switchMap((question) =>
        api.findRoster(question.sessionId, question.asOf, 'event').pipe(
          mapResponse({
            next: (roster) => SessionRosterApiActions.refetchSucceeded({ roster }),
            error: (error) => SessionRosterApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
