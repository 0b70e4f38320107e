import { provideState } from '@ngrx/store';
import { fileExportFeature } from './state/file-export.feature';
import { savedViewsFeature } from './state/saved-views.feature';
import { sessionChoicesFeature } from './state/session-choices.feature';

/** What every page of attendance can do with itself, and what it can be narrowed to. */
export const pageWideStates = () => [
  provideState(fileExportFeature),
  provideState(savedViewsFeature),
  provideState(sessionChoicesFeature),
];
