import { concatLatestFrom } from '@ngrx/operators';
import { filter, map, type Observable } from 'rxjs';

/** What is shown, each time that what answers it may have changed; nothing while it is not there yet. */
export const askedAgain = <Question>(
  changes: Observable<unknown>,
  questions: Observable<Question | null>,
  statuses: Observable<string>,
): Observable<Question> =>
  changes.pipe(
    concatLatestFrom(() => [questions, statuses]),
    filter(([, , status]) => status === 'ready'),
    map(([, question]) => question),
    filter((question) => question !== null),
  );
