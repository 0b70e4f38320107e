import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { exhaustMap, filter } from 'rxjs';
import { SessionChoicesApi } from '../api/session-choices-api';
import { CasesPageActions } from './cases.actions';
import { DosePageActions } from './dose.actions';
import { SessionChoicesApiActions } from './session-choices.actions';
import { sessionChoicesFeature } from './session-choices.feature';
import { SessionsPageActions } from './sessions.actions';
import { TrendPageActions } from './trend.actions';

/** Once, beside the first page that has them; without them a page goes on with what it has. */
export const loadSessionChoices = createEffect(
  (actions = inject(Actions), api = inject(SessionChoicesApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(
        TrendPageActions.trendShown,
        SessionsPageActions.sessionsShown,
        CasesPageActions.casesShown,
        DosePageActions.doseShown,
      ),
      concatLatestFrom(() => store.select(sessionChoicesFeature.selectChoices)),
      filter(([, choices]) => choices === null),
      exhaustMap(() =>
        api.find().pipe(
          mapResponse({
            next: (choices) => SessionChoicesApiActions.loadSucceeded({ choices }),
            error: () => SessionChoicesApiActions.loadFailed(),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
