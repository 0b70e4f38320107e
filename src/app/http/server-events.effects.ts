import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { EMPTY, catchError, exhaustMap, map, merge, switchMap, takeUntil, timer } from 'rxjs';
import { AccessApiActions, ReaderActions } from '../access/state/access.actions';
import { eventStream, OPEN_EVENT_SOURCE } from './event-stream';
import { HealthApi } from './health-api';
import { ServerEventsActions } from './server-events.actions';

const A_MINUTE = 60_000;

/** Listens while somebody is signed in, and asks how old the data is now and then. */
export const listen = createEffect(
  (actions = inject(Actions), open = inject(OPEN_EVENT_SOURCE), api = inject(HealthApi)) => {
    const left = actions.pipe(
      ofType(AccessApiActions.signedOut, AccessApiActions.signInRequired, ReaderActions.timeRanOut),
    );
    const health = timer(0, A_MINUTE).pipe(
      exhaustMap(() => api.find().pipe(catchError(() => EMPTY))),
      map((found) => ServerEventsActions.healthReceived({ health: found, receivedAt: Date.now() })),
    );
    return actions.pipe(
      ofType(AccessApiActions.meReceived),
      switchMap(() => merge(eventStream(open), health).pipe(takeUntil(left))),
    );
  },
  { functional: true },
);
