import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { EMPTY, exhaustMap, filter, map, switchMap, timer } from 'rxjs';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { toProblem } from '../../../http/to-problem';
import { SettingsApi } from '../api/settings-api';
import { SettingsApiActions, SettingsPageActions } from './settings.actions';
import { settingsFeature } from './settings.feature';

/** A number is typed digit by digit: what it would flag is counted once it stands. */
const TYPING = 400;

/** How long what was just done can be undone where it was done; after that in its history. */
const UNDO = 10_000;

export const loadSettings = createEffect(
  (actions = inject(Actions), api = inject(SettingsApi)) => {
    return actions.pipe(
      ofType(SettingsPageActions.opened, SettingsPageActions.retryClicked),
      switchMap(() =>
        api.find('person').pipe(
          mapResponse({
            next: (settings) => SettingsApiActions.loadSucceeded({ settings }),
            error: (error) => SettingsApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

/** After an act of one's own, refused or not, as after anybody else's: what stands is shown. */
export const refetchSettings = createEffect(
  (actions = inject(Actions), api = inject(SettingsApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(
        ServerEventsActions.changed,
        ServerEventsActions.reconnected,
        SettingsApiActions.saveSucceeded,
        SettingsApiActions.saveFailed,
        SettingsApiActions.withdrawSucceeded,
      ),
      filter((action) => !('change' in action) || action.change.topic === 'settings'),
      concatLatestFrom(() => store.select(settingsFeature.selectStatus)),
      filter(([, status]) => status === 'ready'),
      switchMap(() =>
        api.find('event').pipe(
          mapResponse({
            next: (settings) => SettingsApiActions.refetchSucceeded({ settings }),
            error: (error) => SettingsApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const previewValue = createEffect(
  (actions = inject(Actions), api = inject(SettingsApi)) => {
    return actions.pipe(
      ofType(
        SettingsPageActions.valueSupposed,
        SettingsPageActions.lineOpened,
        SettingsPageActions.lineClosed,
      ),
      switchMap((action) => {
        const supposed = 'supposed' in action ? action.supposed : null;
        if (!supposed) return EMPTY;
        return timer(TYPING).pipe(
          switchMap(() => api.preview(supposed)),
          mapResponse({
            next: (preview) => SettingsApiActions.previewSucceeded({ preview }),
            error: (error) => SettingsApiActions.previewFailed({ problem: toProblem(error) }),
          }),
        );
      }),
    );
  },
  { functional: true },
);

export const saveValue = createEffect(
  (actions = inject(Actions), api = inject(SettingsApi)) => {
    return actions.pipe(
      ofType(SettingsPageActions.saveClicked),
      exhaustMap(({ value }) =>
        api.set(value).pipe(
          mapResponse({
            next: (entry) => SettingsApiActions.saveSucceeded({ entry }),
            error: (error) => SettingsApiActions.saveFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const withdrawValue = createEffect(
  (actions = inject(Actions), api = inject(SettingsApi)) => {
    return actions.pipe(
      ofType(SettingsPageActions.withdrawClicked),
      exhaustMap(({ entry }) =>
        api.withdraw(entry.id, crypto.randomUUID()).pipe(
          mapResponse({
            next: (withdrawn) => SettingsApiActions.withdrawSucceeded({ entry: withdrawn }),
            error: (error) => SettingsApiActions.withdrawFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const letUndoPass = createEffect(
  (actions = inject(Actions)) => {
    return actions.pipe(
      ofType(SettingsApiActions.saveSucceeded, SettingsApiActions.withdrawSucceeded),
      switchMap(() => timer(UNDO)),
      map(() => SettingsPageActions.undoTimePassed()),
    );
  },
  { functional: true },
);
