import { inject, Service, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import {
  concat,
  filter,
  fromEvent,
  map,
  merge,
  startWith,
  switchMap,
  tap,
  throttleTime,
  timer,
  type Subscription,
} from 'rxjs';
import { ReaderActions } from './state/access.actions';

const MINUTE = 60_000;
const WARN_AFTER = 14 * MINUTE;
const KEY = 'throughline.last-act';

/** Signs off when nobody has touched any open page for 15 minutes; warns a minute before. */
@Service()
export class AutomaticSignOff {
  private readonly store = inject(Store);

  readonly warning = signal(false);

  watch(): Subscription {
    const hereToo = merge(fromEvent(document, 'pointerdown'), fromEvent(document, 'keydown')).pipe(
      throttleTime(1_000),
      // Tells the other open pages, whose reader is the same.
      tap(() => localStorage.setItem(KEY, String(Date.now()))),
    );
    const elsewhere = fromEvent<StorageEvent>(window, 'storage').pipe(
      filter(({ key }) => key === KEY),
    );
    return merge(hereToo, elsewhere)
      .pipe(
        startWith(null),
        tap(() => this.warning.set(false)),
        switchMap(() =>
          concat(
            timer(WARN_AFTER).pipe(map(() => 'warn' as const)),
            timer(MINUTE).pipe(map(() => 'leave' as const)),
          ),
        ),
      )
      .subscribe((what) => {
        this.warning.set(what === 'warn');
        if (what === 'leave') this.store.dispatch(ReaderActions.timeRanOut());
      });
  }
}
