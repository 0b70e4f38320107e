import { concatLatestFrom } from '@ngrx/operators';
import type { Store } from '@ngrx/store';
import { filter, map, type Observable } from 'rxjs';

type Selected<T> = (state: object) => T;

/** What is shown, each time that what answers it may have changed; nothing while it is not there yet. */
export const askedAgain = <Question>(
  changes: Observable<unknown>,
  store: Store,
  selectQuestion: Selected<Question | null>,
  selectStatus: Selected<string>,
): Observable<Question> =>
  changes.pipe(
    concatLatestFrom(() => [store.select(selectQuestion), store.select(selectStatus)]),
    filter(([, , status]) => status === 'ready'),
    map(([, question]) => question),
    filter((question) => question !== null),
  );
