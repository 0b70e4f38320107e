import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { catchError, exhaustMap, map, type Observable, of, switchMap } from 'rxjs';
import type { NewClientEntry } from '#domain/client-progress/client-entry.contract';
import type { Problem } from '#domain/problem.contract';
import { toProblem } from '../../../http/to-problem';
import { ClientEntriesApi } from '../api/client-entries-api';
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
        // A try that was refused is in the log.
        DisclosuresApiActions.writeFailed,
      ),
      switchMap(({ clientId, type }) =>
        api.find(clientId, isAsked(type) ? 'person' : 'event').pipe(
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
  (actions = inject(Actions), api = inject(DisclosuresApi), entries = inject(ClientEntriesApi)) => {
    return actions.pipe(
      ofType(DisclosuresActions.submitted),
      exhaustMap(({ clientId, disclosure, beside }) =>
        api.write(clientId, disclosure).pipe(
          switchMap(() => writeBeside(entries, clientId, beside)),
          mapResponse({
            next: (besideRefused) =>
              DisclosuresApiActions.writeSucceeded({ clientId, id: disclosure.id, besideRefused }),
            error: (error) =>
              DisclosuresApiActions.writeFailed({ clientId, problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

const isAsked = (type: string): boolean =>
  type === DisclosuresActions.shown.type || type === DisclosuresActions.retryClicked.type;

/** Why it was not written, if it was not: what was disclosed stands whatever becomes of it. */
const writeBeside = (
  api: ClientEntriesApi,
  clientId: string,
  entry: NewClientEntry | null,
): Observable<Problem | null> =>
  entry === null
    ? of(null)
    : api.write(clientId, entry).pipe(
        map(() => null),
        catchError((error: unknown) => of(toProblem(error))),
      );
