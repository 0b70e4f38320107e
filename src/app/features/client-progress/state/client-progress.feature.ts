import { createFeature, createReducer, on } from '@ngrx/store';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { Problem } from '#domain/problem.contract';
import type { ScoreReview } from '#domain/client-progress/client-measure.contract';
import { ClientEntriesActions, ClientEntriesApiActions } from './client-entries.actions';
import { reviewOf, withReview } from './with-review';
import { ClientProgressApiActions, ClientProgressPageActions } from './client-progress.actions';

interface ClientProgressState {
  clientId: string;
  asOf: string | undefined;
  progress: ClientProgress | null;
  /** What stood where a review is shown that has not arrived yet. */
  beforeReview: ScoreReview | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
}

const initialState: ClientProgressState = {
  clientId: '',
  asOf: undefined,
  progress: null,
  beforeReview: null,
  status: 'idle',
  problem: null,
  stale: false,
};

export const clientProgressFeature = createFeature({
  name: 'clientProgress',
  reducer: createReducer(
    initialState,
    on(
      ClientProgressPageActions.clientProgressShown,
      ClientProgressPageActions.retryClicked,
      (_state, { clientId, asOf }): ClientProgressState => ({
        ...initialState,
        clientId,
        asOf,
        status: 'loading',
      }),
    ),
    on(
      ClientProgressApiActions.loadSucceeded,
      ClientProgressApiActions.refetchSucceeded,
      (state, { progress }): ClientProgressState => ({
        ...state,
        progress,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    // On the screen at once; what the server would not take gives way to what stood.
    on(ClientEntriesActions.submitted, (state, { entry, by, at }): ClientProgressState => {
      const { progress } = state;
      if (!progress || entry.kind !== 'score-review') return state;
      const { plan, because } = entry.says;
      return {
        ...state,
        beforeReview: reviewOf(progress, entry.says),
        progress: withReview(progress, entry.says, { id: entry.id, plan, because, by, at }),
      };
    }),
    on(
      ClientEntriesApiActions.writeFailed,
      ClientEntriesApiActions.withdrawSucceeded,
      (state, { entry }): ClientProgressState => {
        const { progress, beforeReview } = state;
        if (!progress || entry.kind !== 'score-review') return state;
        const isShown = reviewOf(progress, entry.says)?.id === entry.id;
        return isShown
          ? { ...state, progress: withReview(progress, entry.says, beforeReview) }
          : state;
      },
    ),
    on(ClientProgressApiActions.loadFailed, (state, { problem }): ClientProgressState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(ClientProgressApiActions.refetchFailed, (state, { problem }): ClientProgressState => ({
      ...state,
      problem,
      stale: true,
    })),
  ),
});
