import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { debounceTime, filter, merge, switchMap, takeUntil } from 'rxjs';
import { searchWords } from '#domain/client-search/search-words';
import { toProblem } from '../../http/to-problem';
import { ClientSearchApi } from '../../http/client-search-api';
import { ClientSearchActions, ClientSearchApiActions } from './client-search.actions';

/** A word is asked for when it is written, not at each of its letters: each answer is logged. */
const PAUSE = 150;

export const findClients = createEffect(
  (actions = inject(Actions), api = inject(ClientSearchApi)) => {
    return merge(
      actions.pipe(ofType(ClientSearchActions.typed), debounceTime(PAUSE)),
      actions.pipe(ofType(ClientSearchActions.retryClicked)),
    ).pipe(
      filter(({ text }) => searchWords(text) !== null),
      switchMap(({ text }) =>
        api.find({ text }).pipe(
          mapResponse({
            next: (found) => ClientSearchApiActions.searchSucceeded({ found }),
            error: (error) => ClientSearchApiActions.searchFailed({ problem: toProblem(error) }),
          }),
          // What was found for other letters is not shown under these.
          takeUntil(actions.pipe(ofType(ClientSearchActions.typed, ClientSearchActions.closed))),
        ),
      ),
    );
  },
  { functional: true },
);
