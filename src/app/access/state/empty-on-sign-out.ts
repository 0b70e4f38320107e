import type { ActionReducer } from '@ngrx/store';
import { ReaderActions, AccessApiActions } from './access.actions';

const EMPTYING = new Set<string>([
  AccessApiActions.signedOut.type,
  AccessApiActions.signInRequired.type,
  AccessApiActions.signInSucceeded.type,
  ReaderActions.timeRanOut.type,
]);

/** Nothing that one reader was shown stays in memory for the next. */
export function emptyOnSignOut<S>(reducer: ActionReducer<S>): ActionReducer<S> {
  return (state, action) => reducer(EMPTYING.has(action.type) ? undefined : state, action);
}
