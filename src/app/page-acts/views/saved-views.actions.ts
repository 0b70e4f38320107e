import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { ChangedView, NewSavedView, SavedView } from '#domain/settings/saved-view.contract';

export const SavedViewsActions = createActionGroup({
  source: 'Saved Views',
  events: {
    'Menu Opened': emptyProps(),
    'Retry Clicked': emptyProps(),
    'Save Clicked': props<{ view: NewSavedView }>(),
    'Change Clicked': props<{ view: SavedView; changed: ChangedView }>(),
    'Delete Clicked': props<{ view: SavedView }>(),
  },
});

export const SavedViewsApiActions = createActionGroup({
  source: 'Saved Views API',
  events: {
    'Load Succeeded': props<{ views: SavedView[] }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Save Succeeded': props<{ view: SavedView }>(),
    'Change Succeeded': props<{ view: SavedView }>(),
    'Delete Succeeded': props<{ view: SavedView }>(),
    /** What could not be done: 'saved', 'changed', 'deleted'. */
    'Act Failed': props<{ act: ViewAct; problem: Problem }>(),
  },
});

export type ViewAct = 'saved' | 'changed' | 'deleted';
