import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { exhaustMap, filter, map, switchMap } from 'rxjs';
import type { NewKeptApart, StandingPair } from '#domain/attendance/kept-apart.contract';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { toProblem } from '../../../http/to-problem';
import { KeptApartApi } from '../api/kept-apart-api';
import { type Done, KeptApartActions, KeptApartApiActions } from './kept-apart.actions';
import { keptApartFeature } from './kept-apart.feature';

export const loadKeptApart = createEffect(
  (actions = inject(Actions), api = inject(KeptApartApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(
        KeptApartActions.shown,
        KeptApartActions.retryClicked,
        KeptApartApiActions.changeSucceeded,
        ServerEventsActions.changed,
        ServerEventsActions.reconnected,
      ),
      concatLatestFrom(() => store.select(keptApartFeature.selectClientId)),
      filter(([action, clientId]) => clientId !== null && concerns(action, clientId)),
      switchMap(([action, clientId]) =>
        api.find(clientId ?? '', isAsked(action) ? 'person' : 'event').pipe(
          mapResponse({
            next: (found) => KeptApartApiActions.loadSucceeded({ found }),
            error: (error) => KeptApartApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const changeKeptApart = createEffect(
  (actions = inject(Actions), api = inject(KeptApartApi)) => {
    return actions.pipe(
      ofType(KeptApartActions.submitted, KeptApartActions.withdrawClicked),
      exhaustMap((action) =>
        ('pair' in action
          ? api.keep(action.pair).pipe(map((stands) => keptAs(action.pair, stands)))
          : api.withdraw(action.id).pipe(map((): Done => ({ what: 'withdrawn' })))
        ).pipe(
          mapResponse({
            next: (done) => KeptApartApiActions.changeSucceeded({ done }),
            error: (error) => KeptApartApiActions.changeFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

/** A colleague may have been first: then it holds as they wrote it. */
const keptAs = ({ id }: NewKeptApart, stands: StandingPair): Done =>
  stands.id === id ? { what: 'kept' } : { what: 'stood already', by: stands.by, at: stands.at };

type Cause =
  | ReturnType<typeof KeptApartActions.shown>
  | ReturnType<typeof KeptApartActions.retryClicked>
  | ReturnType<typeof KeptApartApiActions.changeSucceeded>
  | ReturnType<typeof ServerEventsActions.changed>
  | ReturnType<typeof ServerEventsActions.reconnected>;

/** Of changes those alone that are told of this client. */
const concerns = (action: Cause, clientId: string): boolean =>
  !('change' in action) ||
  (action.change.topic === 'caseload' && action.change.ids.includes(clientId));

const isAsked = ({ type }: Cause): boolean =>
  type === KeptApartActions.shown.type || type === KeptApartActions.retryClicked.type;
