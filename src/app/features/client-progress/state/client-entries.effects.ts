import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { concatMap, filter, map, mergeMap, switchMap, timer } from 'rxjs';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { toProblem } from '../../../http/to-problem';
import { ClientEntriesApi } from '../api/client-entries-api';
import type { PageEntry } from '#domain/client-progress/page-entry';
import { ClientEntriesActions, ClientEntriesApiActions } from './client-entries.actions';
import { clientEntriesFeature } from './client-entries.feature';

/** As long as anything written here can be taken back by one click. */
const UNDO_MS = 10_000;

export const loadClientEntries = createEffect(
  (actions = inject(Actions), api = inject(ClientEntriesApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(
        ClientEntriesActions.shown,
        ClientEntriesActions.retryClicked,
        ClientEntriesApiActions.writeSucceeded,
        ClientEntriesApiActions.writeFailed,
        ClientEntriesApiActions.withdrawSucceeded,
        ClientEntriesApiActions.withdrawFailed,
        ServerEventsActions.changed,
        ServerEventsActions.reconnected,
      ),
      concatLatestFrom(() => store.select(clientEntriesFeature.selectClientId)),
      filter(([action, clientId]) => clientId !== null && concerns(action, clientId)),
      switchMap(([action, clientId]) =>
        api.find(clientId ?? '', isAsked(action) ? 'person' : 'event').pipe(
          mapResponse({
            next: (found) => ClientEntriesApiActions.loadSucceeded({ found }),
            error: (error) => ClientEntriesApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

/** One after another, in the order in which they were written. */
export const writeClientEntry = createEffect(
  (actions = inject(Actions), api = inject(ClientEntriesApi)) => {
    return actions.pipe(
      ofType(ClientEntriesActions.submitted),
      concatMap(({ clientId, entry, by, at }) => {
        const shown = { ...entry, by, at } as PageEntry;
        return api.write(clientId, entry).pipe(
          mapResponse({
            next: (stood) =>
              ClientEntriesApiActions.writeSucceeded({ clientId, entry: shown, stood }),
            error: (error) =>
              ClientEntriesApiActions.writeFailed({ entry: shown, problem: toProblem(error) }),
          }),
        );
      }),
    );
  },
  { functional: true },
);

export const withdrawClientEntry = createEffect(
  (actions = inject(Actions), api = inject(ClientEntriesApi)) => {
    return actions.pipe(
      ofType(ClientEntriesActions.withdrawClicked),
      concatMap(({ clientId, entry }) =>
        api.withdraw(clientId, entry).pipe(
          mapResponse({
            next: () => ClientEntriesApiActions.withdrawSucceeded({ entry }),
            error: (error) =>
              ClientEntriesApiActions.withdrawFailed({ entry, problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const forgetUndo = createEffect(
  (actions = inject(Actions)) => {
    return actions.pipe(
      ofType(ClientEntriesApiActions.writeSucceeded),
      mergeMap(({ entry }) =>
        timer(UNDO_MS).pipe(map(() => ClientEntriesActions.undoTimePassed({ id: entry.id }))),
      ),
    );
  },
  { functional: true },
);

type Cause =
  | ReturnType<typeof ClientEntriesActions.shown>
  | ReturnType<typeof ClientEntriesActions.retryClicked>
  | ReturnType<typeof ClientEntriesApiActions.writeSucceeded>
  | ReturnType<typeof ClientEntriesApiActions.writeFailed>
  | ReturnType<typeof ClientEntriesApiActions.withdrawSucceeded>
  | ReturnType<typeof ClientEntriesApiActions.withdrawFailed>
  | ReturnType<typeof ServerEventsActions.changed>
  | ReturnType<typeof ServerEventsActions.reconnected>;

/** Of changes those alone that are told of this client. */
const concerns = (action: Cause, clientId: string): boolean =>
  !('change' in action) ||
  (action.change.topic === 'caseload' && action.change.ids.includes(clientId));

const isAsked = ({ type }: Cause): boolean =>
  type === ClientEntriesActions.shown.type || type === ClientEntriesActions.retryClicked.type;
