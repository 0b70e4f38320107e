import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { exhaustMap, switchMap } from 'rxjs';
import { toProblem } from '../../http/to-problem';
import { SavedViewsApi } from './saved-views-api';
import { SavedViewsActions, SavedViewsApiActions, type ViewAct } from './saved-views.actions';

const failed = (act: ViewAct) => (error: unknown) =>
  SavedViewsApiActions.actFailed({ act, problem: toProblem(error) });

export const loadSavedViews = createEffect(
  (actions = inject(Actions), api = inject(SavedViewsApi)) => {
    return actions.pipe(
      ofType(SavedViewsActions.menuOpened, SavedViewsActions.retryClicked),
      switchMap(() =>
        api.find().pipe(
          mapResponse({
            next: ({ views }) => SavedViewsApiActions.loadSucceeded({ views }),
            error: (error) => SavedViewsApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const saveView = createEffect(
  (actions = inject(Actions), api = inject(SavedViewsApi)) => {
    return actions.pipe(
      ofType(SavedViewsActions.saveClicked),
      exhaustMap(({ view }) =>
        api.save(view).pipe(
          mapResponse({
            next: (saved) => SavedViewsApiActions.saveSucceeded({ view: saved }),
            error: failed('saved'),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const changeView = createEffect(
  (actions = inject(Actions), api = inject(SavedViewsApi)) => {
    return actions.pipe(
      ofType(SavedViewsActions.changeClicked),
      exhaustMap(({ view, changed }) =>
        api.change(view.id, changed).pipe(
          mapResponse({
            next: (view) => SavedViewsApiActions.changeSucceeded({ view }),
            error: failed('changed'),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const deleteView = createEffect(
  (actions = inject(Actions), api = inject(SavedViewsApi)) => {
    return actions.pipe(
      ofType(SavedViewsActions.deleteClicked),
      exhaustMap(({ view }) =>
        api.remove(view.id).pipe(
          mapResponse({
            next: () => SavedViewsApiActions.deleteSucceeded({ view }),
            error: failed('deleted'),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
