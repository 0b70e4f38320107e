import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { exhaustMap, switchMap } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { DisclosuresApi } from '../api/disclosures-api';
import { DisclosuresActions, DisclosuresApiActions } from './disclosures.actions';

export const loadDisclosures = createEffect(
  (actions = inject(Actions), api = inject(DisclosuresApi)) => {
    return actions.pipe(
      ofType(
        DisclosuresActions.shown,
        DisclosuresActions.retryClicked,
        DisclosuresApiActions.writeSucceeded,
      ),
      switchMap(({ clientId, type }) =>
        api
          .find(clientId, type === DisclosuresApiActions.writeSucceeded.type ? 'event' : 'person')
          .pipe(
            mapResponse({
              next: (found) => DisclosuresApiActions.loadSucceeded({ found }),
              error: (error) => DisclosuresApiActions.loadFailed({ problem: toProblem(error) }),
            }),
          ),
      ),
    );
  },
  { functional: true },
);

export const writeDisclosure = createEffect(
  (actions = inject(Actions), api = inject(DisclosuresApi)) => {
    return actions.pipe(
      ofType(DisclosuresActions.submitted),
      exhaustMap(({ clientId, disclosure }) =>
        api.write(clientId, disclosure).pipe(
          mapResponse({
            next: () => DisclosuresApiActions.writeSucceeded({ clientId, id: disclosure.id }),
            error: (error) => DisclosuresApiActions.writeFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
