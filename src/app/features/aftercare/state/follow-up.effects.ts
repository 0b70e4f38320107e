import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { concatMap, filter, map, mergeMap, switchMap, takeUntil, timer } from 'rxjs';
import { mayReadOtherwise } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { AftercareApi } from '../api/aftercare-api';
import { FollowUpApiActions, FollowUpPageActions } from './follow-up.actions';
import { followUpFeature } from './follow-up.feature';

const BURST = 1_000;
/** As long as anything written here can be taken back by one click. */
const UNDO_MS = 10_000;

export const loadFollowUps = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi)) => {
    return actions.pipe(
      ofType(FollowUpPageActions.shown, FollowUpPageActions.retryClicked),
      switchMap(({ query }) =>
        api.findFollowUps(query, 'person').pipe(
          mapResponse({
            next: (found) => FollowUpApiActions.loadSucceeded({ found }),
            error: (error) => FollowUpApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchFollowUps = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi), store = inject(Store)) => {
    const asked = actions.pipe(ofType(FollowUpPageActions.shown, FollowUpPageActions.retryClicked));
    return mayReadOtherwise(actions, ['caseload'], BURST).pipe(
      concatLatestFrom(() => [
        store.select(followUpFeature.selectQuery),
        store.select(followUpFeature.selectStatus),
      ]),
      filter(([, , status]) => status === 'ready'),
      switchMap(([, query]) =>
        api.findFollowUps(query, 'event').pipe(
          mapResponse({
            next: (found) => FollowUpApiActions.refetchSucceeded({ found }),
            error: (error) => FollowUpApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);

/** What was written moves the line at once, without waiting for the server to tell everybody. */
export const refetchOwnFollowUps = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(
        FollowUpApiActions.logSucceeded,
        FollowUpApiActions.withdrawSucceeded,
        FollowUpApiActions.changeFailed,
      ),
      concatLatestFrom(() => store.select(followUpFeature.selectQuery)),
      switchMap(([, query]) =>
        api.findFollowUps(query, 'event').pipe(
          mapResponse({
            next: (found) => FollowUpApiActions.refetchSucceeded({ found }),
            error: (error) => FollowUpApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const logContact = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi)) => {
    return actions.pipe(
      ofType(FollowUpPageActions.contactSubmitted),
      concatMap(({ contact }) =>
        api.log(contact).pipe(
          mapResponse({
            next: () => FollowUpApiActions.logSucceeded({ contactId: contact.id }),
            error: (error) =>
              FollowUpApiActions.changeFailed({ problem: toProblem(error), what: 'log' }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const withdrawContact = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi)) => {
    return actions.pipe(
      ofType(FollowUpPageActions.withdrawClicked),
      concatMap(({ contactId }) =>
        api.withdrawContact({ id: crypto.randomUUID(), corrects: contactId }).pipe(
          mapResponse({
            next: () => FollowUpApiActions.withdrawSucceeded(),
            error: (error) =>
              FollowUpApiActions.changeFailed({ problem: toProblem(error), what: 'withdraw' }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const forgetUndoOfContact = createEffect(
  (actions = inject(Actions)) => {
    return actions.pipe(
      ofType(FollowUpApiActions.logSucceeded),
      mergeMap(({ contactId }) =>
        timer(UNDO_MS).pipe(map(() => FollowUpPageActions.undoTimePassed({ contactId }))),
      ),
    );
  },
  { functional: true },
);
