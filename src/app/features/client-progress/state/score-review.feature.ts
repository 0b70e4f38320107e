import { createFeature, createReducer, on } from '@ngrx/store';
import type { NewScoreReview } from '#domain/client-progress/score-review.contract';
import type { Problem } from '#domain/problem.contract';
import { ClientProgressPageActions } from './client-progress.actions';
import { ScoreReviewActions, ScoreReviewApiActions } from './score-review.actions';

interface ScoreReviewState {
  /** On its way; shown as if it had arrived. */
  sending: NewScoreReview | null;
  /** What the server would not take, and why: it is still in the form. */
  refused: { review: NewScoreReview; problem: Problem } | null;
  /** Just written, and for a moment taken back by one click. */
  undoable: NewScoreReview | null;
  said: string;
}

const initialState: ScoreReviewState = { sending: null, refused: null, undoable: null, said: '' };

export const scoreReviewFeature = createFeature({
  name: 'scoreReview',
  reducer: createReducer(
    initialState,
    on(ClientProgressPageActions.clientProgressShown, (): ScoreReviewState => initialState),
    on(ScoreReviewActions.submitted, (_, { review }): ScoreReviewState => ({
      ...initialState,
      sending: review,
    })),
    on(ScoreReviewApiActions.reviewSucceeded, (_, { review }): ScoreReviewState => ({
      ...initialState,
      undoable: review,
      said: 'Review recorded.',
    })),
    on(ScoreReviewApiActions.reviewFailed, (_, { review, problem }): ScoreReviewState => ({
      ...initialState,
      refused: { review, problem },
    })),
    on(ScoreReviewActions.undoTimePassed, (state, { id }): ScoreReviewState =>
      state.undoable?.id === id ? { ...state, undoable: null } : state,
    ),
    on(ScoreReviewApiActions.undoSucceeded, (): ScoreReviewState => ({
      ...initialState,
      said: 'Taken back. It stays in the history.',
    })),
    on(ScoreReviewApiActions.undoFailed, (state, { review, problem }): ScoreReviewState => ({
      ...state,
      undoable: review,
      said: `It was not taken back. ${problem.message} Try again.`,
    })),
  ),
});
