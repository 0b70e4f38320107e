import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { debounceTime, filter, switchMap, takeUntil } from 'rxjs';
import { searchWords } from '#domain/client-search/search-words';
import { ClientSearchApi } from '../http/client-search-api';
import { toProblem } from '../http/to-problem';
import { ClientChoiceActions, ClientChoiceApiActions } from './client-choice.actions';

/** A word is asked for when it is written, not at each of its letters: each answer is logged. */
const PAUSE = 150;

export const findClients = createEffect(
  (actions = inject(Actions), api = inject(ClientSearchApi)) => {
    const again = actions.pipe(ofType(ClientChoiceActions.typed, ClientChoiceActions.opened));
    return actions.pipe(
      ofType(ClientChoiceActions.typed),
      debounceTime(PAUSE),
      filter(({ text }) => searchWords(text) !== null),
      switchMap(({ text }) =>
        api.find({ text }).pipe(
          mapResponse({
            next: (found) => ClientChoiceApiActions.searchSucceeded({ found }),
            error: (error) => ClientChoiceApiActions.searchFailed({ problem: toProblem(error) }),
          }),
          // What was found for other letters is not shown under these.
          takeUntil(again),
        ),
      ),
    );
  },
  { functional: true },
);
