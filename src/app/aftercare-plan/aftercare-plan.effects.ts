import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { concatMap, EMPTY, map, merge, mergeMap, switchMap, timer } from 'rxjs';
import { mayReadOtherwise, OF_CLIENTS } from '../http/may-read-otherwise';
import { toProblem } from '../http/to-problem';
import { AftercarePlanActions, AftercarePlanApiActions } from './aftercare-plan.actions';
import { AftercarePlanApi } from './aftercare-plan-api';
import { aftercarePlanFeature } from './aftercare-plan.feature';

const BURST = 1_000;
/** As long as anything written here can be taken back by one click. */
const UNDO_MS = 10_000;

export const loadPlan = createEffect(
  (actions = inject(Actions), api = inject(AftercarePlanApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(AftercarePlanActions.shown, AftercarePlanActions.retryClicked),
      concatLatestFrom(() => store.select(aftercarePlanFeature.selectQuestion)),
      switchMap(([, question]) =>
        question === null
          ? EMPTY
          : api.find(question, 'person').pipe(
              mapResponse({
                next: (found) => AftercarePlanApiActions.loadSucceeded({ found }),
                error: (error) => AftercarePlanApiActions.loadFailed({ problem: toProblem(error) }),
              }),
            ),
      ),
    );
  },
  { functional: true },
);

/** What was written is there at once; what others changed once the server has told everybody. */
export const refetchPlan = createEffect(
  (actions = inject(Actions), api = inject(AftercarePlanApi), store = inject(Store)) => {
    const own = actions.pipe(
      ofType(
        AftercarePlanApiActions.writeSucceeded,
        AftercarePlanApiActions.withdrawSucceeded,
        AftercarePlanApiActions.changeFailed,
      ),
    );
    return merge(own, mayReadOtherwise(actions, OF_CLIENTS, BURST)).pipe(
      concatLatestFrom(() => [
        store.select(aftercarePlanFeature.selectQuestion),
        store.select(aftercarePlanFeature.selectFound),
      ]),
      switchMap(([, question, found]) =>
        question === null || found === null
          ? EMPTY
          : api.find(question, 'event').pipe(
              mapResponse({
                next: (again) => AftercarePlanApiActions.loadSucceeded({ found: again }),
                error: (error) =>
                  AftercarePlanApiActions.refetchFailed({ problem: toProblem(error) }),
              }),
            ),
      ),
    );
  },
  { functional: true },
);

export const writeContent = createEffect(
  (actions = inject(Actions), api = inject(AftercarePlanApi)) => {
    return actions.pipe(
      ofType(AftercarePlanActions.contentSubmitted),
      concatMap(({ clientId, content }) =>
        api.write(clientId, content).pipe(
          mapResponse({
            next: () => AftercarePlanApiActions.writeSucceeded({ clientId, content }),
            error: (error) =>
              AftercarePlanApiActions.changeFailed({ problem: toProblem(error), what: 'write' }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const withdrawContent = createEffect(
  (actions = inject(Actions), api = inject(AftercarePlanApi)) => {
    return actions.pipe(
      ofType(AftercarePlanActions.withdrawClicked),
      concatMap(({ clientId, entryId }) =>
        api.withdraw(clientId, entryId).pipe(
          mapResponse({
            next: () => AftercarePlanApiActions.withdrawSucceeded({ clientId, entryId }),
            error: (error) =>
              AftercarePlanApiActions.changeFailed({ problem: toProblem(error), what: 'withdraw' }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const forgetPlanUndo = createEffect(
  (actions = inject(Actions)) => {
    return actions.pipe(
      ofType(AftercarePlanApiActions.writeSucceeded),
      mergeMap(({ content }) =>
        timer(UNDO_MS).pipe(
          map(() => AftercarePlanActions.undoTimePassed({ entryId: content.id })),
        ),
      ),
    );
  },
  { functional: true },
);
