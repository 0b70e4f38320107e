import { createFeature, createReducer, on } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { SavedView } from '#domain/settings/saved-view.contract';
import { SavedViewsActions, SavedViewsApiActions, type ViewAct } from './saved-views.actions';

interface SavedViewsState {
  views: readonly SavedView[];
  status: 'idle' | 'loading' | 'ready' | 'failed';
  saving: boolean;
  problem: { act: ViewAct | 'loaded'; problem: Problem } | null;
  /** Just now; can be taken back while the menu is open. */
  deleted: SavedView | null;
  /** Just now. */
  saved: SavedView | null;
}

const initialState: SavedViewsState = {
  views: [],
  status: 'idle',
  saving: false,
  problem: null,
  deleted: null,
  saved: null,
};

export const savedViewsFeature = createFeature({
  name: 'savedViews',
  reducer: createReducer(
    initialState,
    on(SavedViewsActions.menuOpened, SavedViewsActions.retryClicked, (state): SavedViewsState => ({
      ...initialState,
      views: state.views,
      status: 'loading',
    })),
    on(SavedViewsApiActions.loadSucceeded, (state, { views }): SavedViewsState => ({
      ...state,
      views,
      status: 'ready',
    })),
    on(SavedViewsApiActions.loadFailed, (state, { problem }): SavedViewsState => ({
      ...state,
      status: 'failed',
      problem: { act: 'loaded', problem },
    })),
    on(
      SavedViewsActions.saveClicked,
      SavedViewsActions.changeClicked,
      SavedViewsActions.deleteClicked,
      (state): SavedViewsState => ({
        ...state,
        saving: true,
        problem: null,
        deleted: null,
        saved: null,
      }),
    ),
    on(SavedViewsApiActions.saveSucceeded, (state, { view }): SavedViewsState => ({
      ...state,
      saving: false,
      saved: view,
      views: byName([...state.views, view]),
    })),
    on(SavedViewsApiActions.changeSucceeded, (state, { view }): SavedViewsState => ({
      ...state,
      saving: false,
      views: byName(state.views.map((one) => (one.id === view.id ? view : one))),
    })),
    on(SavedViewsApiActions.deleteSucceeded, (state, { view }): SavedViewsState => ({
      ...state,
      saving: false,
      deleted: view,
      views: state.views.filter(({ id }) => id !== view.id),
    })),
    on(SavedViewsApiActions.actFailed, (state, { act, problem }): SavedViewsState => ({
      ...state,
      saving: false,
      problem: { act, problem },
    })),
  ),
});

/** As the server lists them. */
function byName(views: readonly SavedView[]): SavedView[] {
  return views.toSorted((a, b) => a.name.localeCompare(b.name));
}
