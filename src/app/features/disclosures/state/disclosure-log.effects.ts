import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { switchMap } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { DisclosureLogApi } from '../api/disclosure-log-api';
import { DisclosureLogApiActions, DisclosureLogPageActions } from './disclosure-log.actions';

export const loadDisclosureLog = createEffect(
  (actions = inject(Actions), api = inject(DisclosureLogApi)) => {
    return actions.pipe(
      ofType(DisclosureLogPageActions.shown, DisclosureLogPageActions.retryClicked),
      switchMap(({ query }) =>
        api.find(query).pipe(
          mapResponse({
            next: (found) => DisclosureLogApiActions.loadSucceeded({ found }),
            error: (error) => DisclosureLogApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
