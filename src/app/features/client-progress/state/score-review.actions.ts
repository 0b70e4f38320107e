import { createActionGroup, props } from '@ngrx/store';
import type { NewScoreReview } from '#domain/client-progress/score-review.contract';
import type { Problem } from '#domain/problem.contract';

export const ScoreReviewActions = createActionGroup({
  source: 'Score Review',
  events: {
    Submitted: props<{ clientId: string; review: NewScoreReview; by: string; at: string }>(),
    'Undo Clicked': props<{ clientId: string; review: NewScoreReview }>(),
    'Undo Time Passed': props<{ id: string }>(),
  },
});

export const ScoreReviewApiActions = createActionGroup({
  source: 'Score Review API',
  events: {
    'Review Succeeded': props<{ clientId: string; review: NewScoreReview }>(),
    'Review Failed': props<{ review: NewScoreReview; problem: Problem }>(),
    'Undo Succeeded': props<{ review: NewScoreReview }>(),
    'Undo Failed': props<{ review: NewScoreReview; problem: Problem }>(),
  },
});
