import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { concatMap, filter, map, mergeMap, switchMap, takeUntil, timer } from 'rxjs';
import { mayReadOtherwise } from '../../../http/may-read-otherwise';
import { toProblem } from '../../../http/to-problem';
import { AftercareApi } from '../api/aftercare-api';
import { AftercareApiActions, AftercarePageActions } from './aftercare.actions';
import { aftercareFeature } from './aftercare.feature';

const BURST = 1_000;
/** As long as anything written here can be taken back by one click. */
const UNDO_MS = 10_000;

export const loadAftercare = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi)) => {
    return actions.pipe(
      ofType(AftercarePageActions.shown, AftercarePageActions.retryClicked),
      switchMap(({ query }) =>
        api.find(query, 'person').pipe(
          mapResponse({
            next: (found) => AftercareApiActions.loadSucceeded({ found }),
            error: (error) => AftercareApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchAftercare = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(AftercarePageActions.shown, AftercarePageActions.retryClicked),
    );
    return mayReadOtherwise(actions, ['caseload'], BURST).pipe(
      concatLatestFrom(() => [
        store.select(aftercareFeature.selectQuery),
        store.select(aftercareFeature.selectStatus),
      ]),
      filter(([, , status]) => status === 'ready'),
      switchMap(([, query]) =>
        api.find(query, 'event').pipe(
          mapResponse({
            next: (found) => AftercareApiActions.refetchSucceeded({ found }),
            error: (error) => AftercareApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);

/** What was written moves the card at once, without waiting for the server to tell everybody. */
export const refetchOwn = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(
        AftercareApiActions.writeSucceeded,
        AftercareApiActions.withdrawSucceeded,
        AftercareApiActions.changeFailed,
      ),
      concatLatestFrom(() => store.select(aftercareFeature.selectQuery)),
      switchMap(([, query]) =>
        api.find(query, 'event').pipe(
          mapResponse({
            next: (found) => AftercareApiActions.refetchSucceeded({ found }),
            error: (error) => AftercareApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const writeMilestone = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi)) => {
    return actions.pipe(
      ofType(AftercarePageActions.milestoneSubmitted),
      concatMap(({ clientId, milestone }) =>
        api.write(clientId, milestone).pipe(
          mapResponse({
            next: () => AftercareApiActions.writeSucceeded({ clientId, milestone }),
            error: (error) =>
              AftercareApiActions.changeFailed({ problem: toProblem(error), what: 'write' }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const withdrawMilestone = createEffect(
  (actions = inject(Actions), api = inject(AftercareApi)) => {
    return actions.pipe(
      ofType(AftercarePageActions.withdrawClicked),
      concatMap(({ clientId, entryId }) =>
        api.withdraw(clientId, entryId).pipe(
          mapResponse({
            next: () => AftercareApiActions.withdrawSucceeded({ entryId }),
            error: (error) =>
              AftercareApiActions.changeFailed({ problem: toProblem(error), what: 'withdraw' }),
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
      ofType(AftercareApiActions.writeSucceeded),
      mergeMap(({ milestone }) =>
        timer(UNDO_MS).pipe(
          map(() => AftercarePageActions.undoTimePassed({ entryId: milestone.id })),
        ),
      ),
    );
  },
  { functional: true },
);
