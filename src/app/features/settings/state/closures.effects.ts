import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { exhaustMap, filter, switchMap } from 'rxjs';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { toProblem } from '../../../http/to-problem';
import { ClosuresApi } from '../api/closures-api';
import { ClosuresActions, ClosuresApiActions } from './closures.actions';
import { SettingsPageActions } from './settings.actions';

/** With the page, after an act of one's own and after anybody else's. */
export const loadClosures = createEffect(
  (actions = inject(Actions), api = inject(ClosuresApi)) => {
    return actions.pipe(
      ofType(
        SettingsPageActions.opened,
        ClosuresActions.retryClicked,
        ClosuresApiActions.setSucceeded,
        ClosuresApiActions.withdrawSucceeded,
        ServerEventsActions.changed,
        ServerEventsActions.reconnected,
      ),
      filter((action) => !('change' in action) || action.change.topic === 'settings'),
      switchMap(({ type }) =>
        api.find(type === SettingsPageActions.opened.type ? 'person' : 'event').pipe(
          mapResponse({
            next: (closures) => ClosuresApiActions.loadSucceeded({ closures }),
            error: (error) => ClosuresApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const setClosure = createEffect(
  (actions = inject(Actions), api = inject(ClosuresApi)) => {
    return actions.pipe(
      ofType(ClosuresActions.setClicked),
      exhaustMap(({ closure }) =>
        api.set(closure).pipe(
          mapResponse({
            next: () => ClosuresApiActions.setSucceeded(),
            error: (error) => ClosuresApiActions.setFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const withdrawClosure = createEffect(
  (actions = inject(Actions), api = inject(ClosuresApi)) => {
    return actions.pipe(
      ofType(ClosuresActions.withdrawClicked),
      exhaustMap(({ closure }) =>
        api.withdraw(closure.id).pipe(
          mapResponse({
            next: () => ClosuresApiActions.withdrawSucceeded(),
            error: (error) => ClosuresApiActions.withdrawFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
