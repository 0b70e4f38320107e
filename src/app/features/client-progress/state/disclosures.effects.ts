import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { exhaustMap, map, switchMap } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { DisclosuresApi } from '../api/disclosures-api';
import { ClientProgressPageActions } from './client-progress.actions';
import { DisclosuresActions, DisclosuresApiActions } from './disclosures.actions';

/** A packet is made of the client's record, which is read with it. */
export const loadClientOfPacket = createEffect(
  (actions = inject(Actions)) => {
    return actions.pipe(
      ofType(DisclosuresActions.shown, DisclosuresActions.retryClicked),
      map(({ clientId }) =>
        ClientProgressPageActions.clientProgressShown({ clientId, asOf: undefined }),
      ),
    );
  },
  { functional: true },
);

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
