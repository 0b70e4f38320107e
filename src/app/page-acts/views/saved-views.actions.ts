import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { NewSavedView, SavedView } from '#domain/settings/saved-view.contract';

export const SavedViewsActions = createActionGroup({
  source: 'Saved Views',
  events: {
    'Menu Opened': emptyProps(),
    'Retry Clicked': emptyProps(),
    'Save Clicked': props<{ view: NewSavedView }>(),
    'Rename Clicked': props<{ view: SavedView; name: string }>(),
    'Delete Clicked': props<{ view: SavedView }>(),
  },
});

export const SavedViewsApiActions = createActionGroup({
  source: 'Saved Views API',
  events: {
    'Load Succeeded': props<{ views: SavedView[] }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Save Succeeded': props<{ view: SavedView }>(),
    'Rename Succeeded': props<{ view: SavedView }>(),
    'Delete Succeeded': props<{ view: SavedView }>(),
    /** What could not be done: 'saved', 'renamed', 'deleted'. */
    'Act Failed': props<{ act: ViewAct; problem: Problem }>(),
  },
});

export type ViewAct = 'saved' | 'renamed' | 'deleted';
