import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { exhaustMap, map, switchMap, timer } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { ScoreReviewApi } from '../api/score-review-api';
import { ScoreReviewActions, ScoreReviewApiActions } from './score-review.actions';

/** As long as anything written here can be taken back by one click. */
const UNDO_MS = 10_000;

export const sendReview = createEffect(
  (actions = inject(Actions), api = inject(ScoreReviewApi)) => {
    return actions.pipe(
      ofType(ScoreReviewActions.submitted),
      exhaustMap(({ clientId, review }) =>
        api.review(clientId, review).pipe(
          mapResponse({
            next: () => ScoreReviewApiActions.reviewSucceeded({ clientId, review }),
            error: (error) =>
              ScoreReviewApiActions.reviewFailed({ review, problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const undoReview = createEffect(
  (actions = inject(Actions), api = inject(ScoreReviewApi)) => {
    return actions.pipe(
      ofType(ScoreReviewActions.undoClicked),
      exhaustMap(({ clientId, review }) =>
        api.withdraw(clientId, review.id).pipe(
          mapResponse({
            next: () => ScoreReviewApiActions.undoSucceeded({ review }),
            error: (error) =>
              ScoreReviewApiActions.undoFailed({ review, problem: toProblem(error) }),
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
      ofType(ScoreReviewApiActions.reviewSucceeded),
      switchMap(({ review }) =>
        timer(UNDO_MS).pipe(map(() => ScoreReviewActions.undoTimePassed({ id: review.id }))),
      ),
    );
  },
  { functional: true },
);
