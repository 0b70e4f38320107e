import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { auditTime, exhaustMap, filter, switchMap, takeUntil } from 'rxjs';
import type { AskedHappenings } from '#domain/client-progress/happenings.contract';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { toProblem } from '../../../http/to-problem';
import { HappeningsApi } from '../api/happenings-api';
import {
  HappeningsActions,
  HappeningsApiActions,
  type HappeningsAsked,
} from './happenings.actions';
import { happeningsFeature } from './happenings.feature';

/** A burst of changes is one refetch. */
const BURST = 150;

const queryOf = ({ asOf, kind }: HappeningsAsked, skip = 0): AskedHappenings => ({
  ...(asOf && { asOf }),
  ...(kind && { kind }),
  ...(skip > 0 && { skip }),
});

export const loadHappenings = createEffect(
  (actions = inject(Actions), api = inject(HappeningsApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(HappeningsActions.asked, HappeningsActions.retryClicked),
      concatLatestFrom(() => store.select(happeningsFeature.selectAsked)),
      switchMap(([, asked]) =>
        api.find(asked?.clientId ?? '', queryOf(asked!), 'person').pipe(
          mapResponse({
            next: (found) => HappeningsApiActions.loadSucceeded({ found }),
            error: (error) => HappeningsApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const loadEarlier = createEffect(
  (actions = inject(Actions), api = inject(HappeningsApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(HappeningsActions.earlierAsked),
      concatLatestFrom(() => [
        store.select(happeningsFeature.selectAsked),
        store.select(happeningsFeature.selectFound),
      ]),
      exhaustMap(([, asked, found]) =>
        api.find(asked?.clientId ?? '', queryOf(asked!, found?.next ?? 0), 'person').pipe(
          mapResponse({
            next: (earlier) => HappeningsApiActions.earlierSucceeded({ found: earlier }),
            error: (error) => HappeningsApiActions.loadFailed({ problem: toProblem(error) }),
          }),
          takeUntil(actions.pipe(ofType(HappeningsActions.asked))),
        ),
      ),
    );
  },
  { functional: true },
);

/** Whoever has read further back is not thrown to the newest by a colleague's entry. */
export const refetchHappenings = createEffect(
  (actions = inject(Actions), api = inject(HappeningsApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(ServerEventsActions.changed, ServerEventsActions.reconnected),
      concatLatestFrom(() => [
        store.select(happeningsFeature.selectAsked),
        store.select(happeningsFeature.selectFound),
      ]),
      filter(([action, asked, found]) => {
        if (!asked || !found || found.happenings.length > PAGE) return false;
        return !('change' in action) || action.change.ids.includes(asked.clientId);
      }),
      auditTime(BURST),
      switchMap(([, asked]) =>
        api.find(asked?.clientId ?? '', queryOf(asked!), 'event').pipe(
          mapResponse({
            next: (found) => HappeningsApiActions.loadSucceeded({ found }),
            error: (error) => HappeningsApiActions.loadFailed({ problem: toProblem(error) }),
          }),
          takeUntil(actions.pipe(ofType(HappeningsActions.asked, HappeningsActions.earlierAsked))),
        ),
      ),
    );
  },
  { functional: true },
);

/** As many as come at once. */
const PAGE = 200;
