import { DOCUMENT, effect, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { filter, fromEvent, map, merge, timer } from 'rxjs';
import { ServerEventsActions } from './server-events.actions';

const A_MINUTE = 60_000;
/** What ends at an instant has ended for the server a moment later. */
const A_MOMENT = 1_000;

/** What a page shows of now: the clinic's instant it was told at, and when its sessions begin or end. */
export interface ShownNow {
  asOf: string;
  boundaries: readonly string[];
}

/**
 * Asks for a page again as time passes: when a session that it shows begins or ends, and each minute,
 * while somebody can see it. `null` while nothing is shown, or a moment was chosen, which stands still.
 */
export function followTime(shown: () => ShownNow | null): void {
  const store = inject(Store);
  const document = inject(DOCUMENT);
  effect((onCleanup) => {
    const now = shown();
    if (!now) return;
    const seenAgain = fromEvent(document, 'visibilitychange');
    let due = false;
    const passed = timer(untilNext(now), A_MINUTE).pipe(map(() => (due = true)));
    const following = merge(passed, seenAgain)
      .pipe(filter(() => due && !document.hidden))
      .subscribe(() => {
        due = false;
        store.dispatch(ServerEventsActions.timePassed());
      });
    onCleanup(() => following.unsubscribe());
  });
}

function untilNext({ asOf, boundaries }: ShownNow): number {
  const now = Date.parse(asOf);
  const ahead = boundaries.map((boundary) => Date.parse(boundary) - now).filter((left) => left > 0);
  return Math.min(A_MINUTE, ...ahead.map((left) => left + A_MOMENT));
}
